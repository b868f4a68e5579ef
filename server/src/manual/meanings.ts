// What names mean that stand on many resources and so have no description of their own in each schema.

const meanings: Record<string, string> = {
  id: 'Its id',
  sms_id: 'Its id',
  user_id: 'The account that it belongs to',
  contact_id: 'The contact that it was written to, or that wrote it',
  device_id: 'The device that it is sent from',
  sim_subscription_id: 'The SIM that it is sent from: `sims[].subscription_id` of the device',
  name: 'What you call it',
  content: 'The text, with its [variables](#texts-and-variables)',
  status: 'See [Statuses](#statuses)',
  datetime_field: 'The datetime that the bounds are for',
  search_by: 'Where to search, instead of everywhere',
  order_by: 'What to order by',
  expected_revision: 'Refuse the change when the revision is another one by now',
  revision: 'Grows with each change; for `expected_revision`',
  total_sent_sms: 'Texts that are `sent` now, also those whose rows are gone',
  total_pending_sms: 'Texts that are `pending` now',
  total_failed_sms: 'Texts that are `failed` now, also those whose rows are gone',
  total_received_sms: 'Texts received',
  has_opted_out: 'Whether the number has opted out',
  is_enabled: 'Whether contacts enter',
  is_scheduled: 'Whether to send at `scheduled_datetime`',
  wait_time: 'How long after entering the text is due',
  wait_time_type: 'The unit of `wait_time`',
  max_per_minute: 'Parts a minute, evenly spaced; 0 is no limit',
  max_per_hour: 'Parts a clock hour; 0 is no limit',
  max_per_day: 'Parts a day; 0 is no limit',
  max_per_month: 'Parts a month; 0 is no limit',
  gap_min_seconds: 'The shortest random pause after a message',
  gap_max_seconds: 'The longest random pause after a message',
  phone_number: 'In E.164',
  is_paused: 'Whether the phone is given nothing to send',
  app_version: 'Of the app on the phone',
  ip: 'Where the phone last called from',
  notifications: 'What the owner is told of',
  slot_index: 'The slot, counted from 0',
  sims: 'The SIM cards that the phone has reported',
  carrier_name: 'As the phone knows it; null while the app masks it',
  device_model: 'As the app reports it',
  device_brand: 'As the app reports it',
  device_os: 'As the app reports it',
  device_battery: 'In percent, at the last ping that told it',
  device_is_charging: 'At the last ping that told it',
  settings: 'Nothing yet',
  display_name: 'What you call the SIM',
}

const instants: Record<string, string> = {
  datetime: 'When it was created',
  last_datetime: 'When a person or a client last changed it; null until then',
  scheduled_datetime: 'When it is to be sent',
  last_sent_datetime: 'When a text was last sent; null until then',
  last_received_datetime: 'When a text was last received; null until then',
  last_ping_datetime: 'When the phone was last heard of; null until then',
  started_datetime: 'When it was launched; null until then',
  finished_datetime: 'When it was over; null until then',
  delivered_datetime: 'When the network reported that it arrived; null until then',
}

/** Of a field or a key, `sims[].phone_number` by its last name. */
export function meaningOf(name: string): string | undefined {
  const last = name.split('.').at(-1) ?? name
  return instants[last] ?? meanings[last]
}
