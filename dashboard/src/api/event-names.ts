/** What the server tells of. */
export const eventNames = [
  'campaign.progress',
  'sms.changed',
  'sms.received',
  'conversation.read',
  'device.changed',
  'import.progress',
  'job.progress',
  'attention.changed',
  'fleet.changed',
] as const
export type EventName = (typeof eventNames)[number]
