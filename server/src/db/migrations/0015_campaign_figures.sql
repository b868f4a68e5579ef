-- What a page about a campaign shows without counting its messages.

alter table campaigns
  -- Of those that are sent: how many the network says have arrived.
  add column total_delivered bigint not null default 0,
  add column total_cancelled bigint not null default 0;

alter table removed_totals
  add column delivered bigint not null default 0,
  add column cancelled bigint not null default 0;

-- Who wrote back to a campaign: once for each contact, also when the text or the contact is gone.
-- Without a foreign key, so that what comes in waits for no campaign.
create table campaign_answers (
  user_id bigint not null,
  campaign_id bigint not null,
  contact_id bigint not null,
  answered_at timestamptz not null,
  -- When an answer of theirs was a word that opts out.
  opted_out_at timestamptz,
  primary key (user_id, campaign_id, contact_id)
);

-- A retry of some kinds of failure only.
alter table sweeps add column codes text[];

update campaigns k
   set total_delivered = m.delivered, total_cancelled = m.cancelled
  from (select user_id, campaign_id, count(*) filter (where status = 'delivered') as delivered,
               count(*) filter (where status = 'cancelled') as cancelled
          from (select user_id, campaign_id, status from messages where campaign_id is not null
                union all
                select user_id, campaign_id, status from removed_messages where campaign_id is not null) every
         group by user_id, campaign_id) m
 where k.user_id = m.user_id and k.id = m.campaign_id;
