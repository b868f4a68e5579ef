-- Contacts that enter flows.

alter table flows
  -- Everybody who ever entered, whatever became of the text.
  add column total_entered bigint not null default 0,
  add column total_waiting bigint not null default 0;

-- Asked with every change of contacts.
create index flows_enabled on flows (user_id, id) where is_enabled and deleted_at is null;
-- What is due is the front of a flow's stretch of it.
create index messages_waiting on messages (user_id, flow_id, send_at, id) where status = 'waiting';
-- Why contacts left without the text.
create index messages_left on messages (user_id, flow_id) where status = 'cancelled' and flow_id is not null;
-- Who entered once does not enter again, also when the message's row is gone.
create index removed_messages_by_flow on removed_messages (user_id, flow_id, contact_id) where flow_id is not null;
