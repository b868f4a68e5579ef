-- When a text may leave, and from which SIM: quiet hours, the end of a campaign, SIMs that slow down or are drained.

-- Quiet hours are HH:MM by the recipient's clock; an end before the start is the next morning.
alter table accounts
  add column quiet_hours_start text check (quiet_hours_start ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column quiet_hours_end text check (quiet_hours_end ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- The custom parameter that names a contact's time zone, where its number does not say the right one.
  add column timezone_parameter text check (length(timezone_parameter) between 1 and 64),
  add constraint accounts_quiet_hours check (
    (quiet_hours_start is null) = (quiet_hours_end is null) and quiet_hours_start <> quiet_hours_end);

alter table campaigns
  -- The account's quiet hours, its own, or none.
  add column quiet_hours text not null default 'account' check (quiet_hours in ('account', 'own', 'off')),
  add column quiet_hours_start text check (quiet_hours_start ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column quiet_hours_end text check (quiet_hours_end ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- What has not left by then is cancelled.
  add column expires_at timestamptz,
  add constraint campaigns_quiet_hours check (
    (quiet_hours = 'own') = (quiet_hours_start is not null)
    and (quiet_hours_start is null) = (quiet_hours_end is null) and quiet_hours_start <> quiet_hours_end);
create index campaigns_expiring on campaigns (expires_at)
  where expires_at is not null and status in ('scheduled', 'running', 'paused') and deleted_at is null;

-- The SIMs of a campaign that names several; a campaign with one has none here. The first is also the campaign's own
-- device_id and sim_subscription_id, which clients with one SIM read and write.
create table campaign_sims (
  user_id bigint not null,
  campaign_id bigint not null,
  device_id bigint not null,
  sim_subscription_id smallint not null check (sim_subscription_id between 1 and 3),
  place smallint not null,
  -- How much of the campaign it takes, against the others; settled when the campaign is launched or its SIMs are changed.
  share real not null default 1 check (share >= 0),
  primary key (user_id, campaign_id, device_id, sim_subscription_id),
  foreign key (user_id, campaign_id) references campaigns (user_id, id) on delete cascade,
  foreign key (user_id, device_id) references devices (user_id, id)
);
create index campaign_sims_by_sim on campaign_sims (user_id, device_id, sim_subscription_id);

alter table messages
  -- Of one that a phone holds: it must not be sent later than that, for the night or the end of its campaign comes.
  add column valid_until timestamptz,
  -- How often it was queued again by itself, because the phone said that it was not sent.
  add column requeues smallint;

alter table sims
  -- It is given nothing new: what names it goes to its heir.
  add column is_draining boolean not null default false,
  add column heir_device_id bigint,
  add column heir_sim_subscription_id smallint,
  -- What the present clock minute has used, as for the hour.
  add column minute_started_at timestamptz,
  add column minute_parts integer not null default 0,
  -- A text waits until then because a budget has no room for all its parts; shorter ones may leave.
  add column held_until timestamptz,
  -- How often its rate is halved since slowed_at, when the network last refused it for its limits.
  add column slow_level smallint not null default 0 check (slow_level between 0 and 6),
  add column slowed_at timestamptz,
  add constraint sims_heir check (
    is_draining = (heir_device_id is not null) and (heir_device_id is null) = (heir_sim_subscription_id is null));

alter table sweeps
  -- Only what waits for this SIM of the device.
  add column from_sim_subscription_id smallint,
  -- The SIMs to move to where there are several: objects of device_id, sim_subscription_id and share.
  add column to_sims jsonb;
