-- waiting: it belongs to a flow and is not due yet; no phone and no claim sees it, and its text is made when it falls due.
--
-- The type is made anew, and what names its values with it: before PostgreSQL 17 a value that is added to a type cannot be
-- used in the same transaction, and a restore makes the tables and loads them in one. Tables that hold rows are written
-- once more (a million messages: some seconds).
do $$
declare
  statement text;
  dropped text[];
  made text[];
begin
  select array_agg(format('drop index %I', i.relname)), array_agg(pg_get_indexdef(i.oid))
    into dropped, made
    from pg_index p
    join pg_class i on i.oid = p.indexrelid
   where p.indrelid in ('messages'::regclass, 'removed_messages'::regclass)
     and pg_get_indexdef(i.oid) like '%::message_status%';
  select dropped || array_agg(format('alter table %s drop constraint %I', o.conrelid::regclass, o.conname)),
         made || array_agg(format('alter table %s add constraint %I %s', o.conrelid::regclass, o.conname,
                                  pg_get_constraintdef(o.oid)))
    into dropped, made
    from pg_constraint o
   where o.conrelid in ('messages'::regclass, 'removed_messages'::regclass) and o.contype = 'c'
     and pg_get_constraintdef(o.oid) like '%::message_status%';

  foreach statement in array dropped loop execute statement; end loop;
  alter type message_status rename to message_status_before;
  create type message_status as enum
    ('waiting', 'queued', 'held', 'dispatched', 'sent', 'delivered', 'failed', 'cancelled', 'received');
  alter table messages alter column status type message_status using status::text::message_status;
  alter table removed_messages alter column status type message_status using status::text::message_status;
  drop type message_status_before;
  foreach statement in array made loop execute statement; end loop;
end $$;

-- A text is null when it is that of its campaign, which is frozen, or when its flow has not made it.
alter table messages
  drop constraint messages_check,
  add constraint messages_have_content check
    (content is not null or campaign_id is not null
     or (flow_id is not null and status in ('waiting', 'held', 'failed', 'cancelled'))),
  add constraint messages_waiting_for_a_flow check (status <> 'waiting' or flow_id is not null);
