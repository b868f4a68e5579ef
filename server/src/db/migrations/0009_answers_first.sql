-- What answers somebody, and what a person tries out, goes before everything else that waits for a SIM: a million texts
-- of flows that fall due at once must not stand before the answer to a customer.
create index messages_answers on messages (user_id, device_id, sim_subscription_id, send_at, id)
 where status = 'queued' and campaign_id is null and purpose <> 'ordinary';
