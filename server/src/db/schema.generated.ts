// Made from the migrated database by `npm run generate`; not to be edited.

import type { Generated } from 'kysely'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

export type AudienceKind = 'chosen' | 'frozen'

export type AudienceType = 'all' | 'bulk' | 'custom' | 'filter' | 'segment'

export type CampaignStatus = 'draft' | 'scheduled' | 'running' | 'paused' | 'finished' | 'cancelled'

export type ConsentChange = 'opted_out' | 'opted_in'

export type ConsentSource = 'reply' | 'api' | 'import' | 'list'

export type CredentialKind = 'api_key' | 'enrolment' | 'installation' | 'webhook' | 'sign_in' | 'setup_link'

export type ImportStatus = 'receiving' | 'processing' | 'finished' | 'failed' | 'cancelled'

export type JobStatus = 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'

export type MessagePurpose = 'ordinary' | 'reply' | 'confirmation' | 'test'

export type MessageStatus = 'waiting' | 'queued' | 'held' | 'dispatched' | 'sent' | 'delivered' | 'failed' | 'cancelled' | 'received'

export type PhoneState = 'accepted' | 'processed' | 'sent' | 'delivered' | 'failed' | 'cancelled'

export type RecurringRunState = 'launched' | 'skipped' | 'failed'

export type RssItemState = 'present' | 'launched' | 'failed'

export type SegmentType = 'bulk' | 'custom' | 'filter'

export type SweepAction = 'cancel' | 'fail' | 'move' | 'retry' | 'release_held' | 'cancel_held'

export type WaitTimeType = 'minutes' | 'hours' | 'days'

export interface AccountChoresTable {
  user_id: number
  chore: string
  next_at: Date
  state: Generated<JsonValue>
}

export interface AccountsTable {
  user_id: Generated<number>
  name: string
  email: string | null
  default_country: string | null
  timezone: Generated<string>
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  opt_out_words: string[] | null
  opt_in_words: string[] | null
  help_words: string[] | null
  opt_out_confirmation: string | null
  is_opt_out_confirmed: Generated<boolean>
  help_answer: string | null
  is_help_answered: Generated<boolean>
  inbound_from: Generated<string>
  quiet_hours_start: string | null
  quiet_hours_end: string | null
  timezone_parameter: string | null
  smart_encoding: Generated<boolean>
  opt_out_footer: string | null
  retention_text_days: number | null
  retention_sms_days: number | null
  notification_emails: Generated<string[]>
  notification_webhook_url: string | null
  notification_webhook_secret: string | null
  backed_up_at: Date | null
  confirmation_threshold: Generated<number>
  sending_held_at: Date | null
  sending_held_by: string | null
}

export interface ApiKeysTable {
  user_id: number
  id: Generated<number>
  name: string
  prefix: string
  created_at: Generated<Date>
  revoked_at: Date | null
  last_used_at: Date | null
}

export interface AttentionDismissalsTable {
  user_id: number
  key: string
  level: number
  since: Date
  dismissed_at: Date
}

export interface CampaignAnswersTable {
  user_id: number
  campaign_id: number
  contact_id: number
  answered_at: Date
  opted_out_at: Date | null
}

export interface CampaignAudiencesTable {
  user_id: number
  campaign_id: number
  kind: AudienceKind
  chunk: number
  contact_ids: number[]
  expanded_at: Date | null
}

export interface CampaignSimsTable {
  user_id: number
  campaign_id: number
  device_id: number
  sim_subscription_id: number
  place: number
  share: Generated<number>
}

export interface CampaignsTable {
  user_id: number
  id: Generated<number>
  name: string
  name_folded: string
  content: string
  content_folded: string
  device_id: number
  sim_subscription_id: number
  audience_type: Generated<AudienceType>
  segment_id: number | null
  filter: JsonValue | null
  status: Generated<CampaignStatus>
  paused_from: CampaignStatus | null
  held_reason: string | null
  is_scheduled: Generated<boolean>
  scheduled_at: Generated<Date>
  frozen_at: Date | null
  recurring_campaign_id: number | null
  rss_automation_id: number | null
  expanded_at: Date | null
  started_at: Date | null
  finished_at: Date | null
  total_recipients: Generated<number>
  excluded_opted_out: Generated<number>
  excluded_unusable: Generated<number>
  total_sent: Generated<number>
  total_pending: Generated<number>
  total_failed: Generated<number>
  last_sent_at: Date | null
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  deleted_at: Date | null
  quiet_hours: Generated<string>
  quiet_hours_start: string | null
  quiet_hours_end: string | null
  expires_at: Date | null
  has_footer: Generated<boolean>
  frozen_footer: string | null
  frozen_smart_encoding: Generated<boolean>
  frozen_content: string | null
  total_delivered: Generated<number>
  total_cancelled: Generated<number>
}

export interface ChecksTable {
  user_id: number
  id: Generated<number>
  started_at: Date
  finished_at: Date
  total_checked: number
  total_differences: number
  differences: JsonValue
}

export interface ConsentRecordsTable {
  user_id: number
  id: Generated<number>
  phone_number: string
  change: ConsentChange
  how: ConsentSource
  text: string | null
  message_id: number | null
  import_id: number | null
  line: number | null
  api_key_id: number | null
  person_id: number | null
  note: string | null
  recorded_at: Date
}

export interface ContactChangesTable {
  user_id: number
  id: Generated<number>
  contact_id: number
  changes: JsonValue | null
  import_id: number | null
  import_line: number | null
  job_id: number | null
  api_key_id: number | null
  person_id: number | null
  changed_at: Date
}

export interface ContactsTable {
  user_id: number
  id: Generated<number>
  phone_number: string
  can_be_sent_to: Generated<boolean>
  name: string | null
  name_folded: string | null
  country_code: string | null
  continent_code: string | null
  custom_parameters: Generated<JsonValue>
  folded_parameters: Generated<JsonValue>
  comparable_parameters: Generated<JsonValue>
  opted_out_at: Date | null
  total_sent: Generated<number>
  total_failed: Generated<number>
  total_received: Generated<number>
  last_sent_at: Date | null
  last_received_at: Date | null
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  import_id: number | null
  import_line: number | null
}

export interface ConversationsTable {
  user_id: number
  contact_id: number
  unread: Generated<number>
  read_up_to: Generated<number>
  last_received_id: number | null
  last_at: Date
}

export interface CredentialsTable {
  hash: Buffer
  kind: CredentialKind
  user_id: number
  subject_id: number
  created_at: Generated<Date>
}

export interface DeviceWatchTable {
  user_id: number
  device_id: number
  is_offline: Generated<boolean>
  offline_since: Date | null
  is_told: Generated<boolean>
  steady_since: Date | null
  watching_since: Date
  looked_at: Date
}

export interface DevicesTable {
  user_id: number
  id: Generated<number>
  name: string
  name_folded: string
  notifications: Generated<string[]>
  is_paused: Generated<boolean>
  is_pretend: Generated<boolean>
  installation_id: number | null
  device_model: string | null
  device_brand: string | null
  device_os: string | null
  device_battery: number | null
  device_is_charging: boolean | null
  app_version: string | null
  ip: string | null
  sims_reported_at: Date | null
  total_sent: Generated<number>
  total_pending: Generated<number>
  total_failed: Generated<number>
  total_received: Generated<number>
  last_sent_at: Date | null
  last_received_at: Date | null
  last_ping_at: Date | null
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  deleted_at: Date | null
  pinged_at: Date | null
  network: string | null
}

export interface FigureChangesTable {
  user_id: number
  id: Generated<number>
  quarter: Date
  sent: Generated<number>
  delivered: Generated<number>
  failed: Generated<number>
  received: Generated<number>
  parts: Generated<number>
}

export interface FiguresTable {
  user_id: number
  quarter: Date
  sent: Generated<number>
  delivered: Generated<number>
  failed: Generated<number>
  received: Generated<number>
  parts: Generated<number>
}

export interface FlowsTable {
  user_id: number
  id: Generated<number>
  name: string
  name_folded: string
  content: string
  content_folded: string
  device_id: number
  sim_subscription_id: number
  segment_id: number | null
  wait_time: number
  wait_time_type: WaitTimeType
  is_enabled: Generated<boolean>
  total_sent: Generated<number>
  total_pending: Generated<number>
  total_failed: Generated<number>
  last_sent_at: Date | null
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  deleted_at: Date | null
  total_entered: Generated<number>
  total_waiting: Generated<number>
  has_footer: Generated<boolean>
}

export interface IdempotencyKeysTable {
  user_id: number
  key: string
  route: string
  fingerprint: Buffer
  response: JsonValue | null
  created_at: Generated<Date>
}

export interface ImportChunksTable {
  user_id: number
  import_id: number
  first_byte: number
  data: Buffer
}

export interface ImportNumbersTable {
  user_id: number
  import_id: number
  phone_number: string
  keys: string[] | null
}

export interface ImportRefusedRowsTable {
  user_id: number
  import_id: number
  line: number
  reason: string
  row: string
}

export interface ImportsTable {
  user_id: number
  id: Generated<number>
  status: Generated<ImportStatus>
  mapping: JsonValue | null
  segment_id: number | null
  on_known: Generated<string>
  default_country: string | null
  dry_run: Generated<boolean>
  file_name: string | null
  file_name_folded: string | null
  file_bytes: Generated<number>
  encoding: string | null
  format: string | null
  delimiter: string | null
  newline: string | null
  columns: JsonValue | null
  total_rows: Generated<number>
  has_chunks: Generated<boolean>
  next_byte: Generated<number>
  next_line: Generated<number>
  is_in_long_row: Generated<boolean>
  created_rows: Generated<number>
  updated_rows: Generated<number>
  skipped_rows: Generated<number>
  refused_rows: Generated<number>
  opted_out_rows: Generated<number>
  duplicate_rows: Generated<number>
  refused_reasons: Generated<JsonValue>
  failed_steps: Generated<number>
  error: string | null
  created_at: Generated<Date>
  started_at: Date | null
  worked_at: Generated<Date>
  finished_at: Date | null
  file_kept_until: Date | null
  file_taken_by: number | null
  first_row_byte: Generated<number>
  first_row_line: Generated<number>
  stay_opted_out_rows: Generated<number>
}

export interface InboundReceiptsTable {
  user_id: number
  device_id: number
  event_id: string
  content_key: Buffer
  message_id: number | null
  received_at: Generated<Date>
}

export interface InstallationsTable {
  user_id: number
  id: Generated<number>
  device_id: number
  app_version: string | null
  push_token: string | null
  signature_verified_at: Date | null
  clock_skew_seconds: number | null
  streamed_at: Date | null
  enrolled_at: Generated<Date>
  ended_at: Date | null
  heard_at: Generated<Date>
  streaming_since: Date | null
  reached_over: string | null
}

export interface JobChunksTable {
  user_id: number
  job_id: number
  chunk: number
  ids: number[]
}

export interface JobsTable {
  user_id: number
  id: Generated<number>
  kind: string
  resource: string
  action: string | null
  request: JsonValue
  status: Generated<JobStatus>
  total: Generated<number>
  done: Generated<number>
  unchanged: Generated<number>
  failed: Generated<number>
  starts_at: Date
  failed_steps: Generated<number>
  error: string | null
  api_key_id: number | null
  person_id: number | null
  created_at: Generated<Date>
  started_at: Date | null
  worked_at: Generated<Date>
  finished_at: Date | null
}

export interface MessagesTable {
  user_id: number
  id: Generated<number>
  contact_id: number
  device_id: number
  campaign_id: number | null
  flow_id: number | null
  recurring_campaign_id: number | null
  rss_automation_id: number | null
  send_at: Generated<Date>
  created_at: Generated<Date>
  installation_id: number | null
  handover_key: number | null
  dispatched_at: Date | null
  lease_until: Date | null
  answered_at: Date | null
  sent_at: Date | null
  delivered_at: Date | null
  finished_at: Date | null
  sim_subscription_id: number
  parts: Generated<number>
  status: MessageStatus
  phone_state: PhoneState | null
  may_have_gone_out: Generated<boolean>
  phone_number: string
  content: string | null
  error: string | null
  purpose: Generated<MessagePurpose>
  valid_until: Date | null
  requeues: number | null
}

export interface NoticeDeliveriesTable {
  user_id: number
  notice_id: number
  channel: string
  address: string
  next_at: Date | null
  attempts: Generated<number>
  sent_at: Date | null
  error: string | null
}

export interface NoticesTable {
  user_id: number
  id: Generated<number>
  kind: string
  subject_type: string
  subject_id: number | null
  subject_name: string | null
  details: Generated<JsonValue>
  happened_at: Date
}

export interface OptOutsTable {
  user_id: number
  phone_number: string
  opted_out_at: Date
  id: Generated<number>
}

export interface PastHandoversTable {
  user_id: number
  message_id: number
  handover_key: number
  installation_id: number
  dispatched_at: Date
  ended_at: Generated<Date>
}

export interface PeopleTable {
  user_id: number
  id: Generated<number>
  name: string
  email: string
  password_hash: string
  created_at: Generated<Date>
  has_shortcuts: Generated<boolean>
  deleted_at: Date | null
}

export interface PretendPhonesTable {
  user_id: number
  device_id: number
  holder: string | null
  lease_until: Generated<Date>
}

export interface PretendTextsTable {
  user_id: number
  id: Generated<number>
  device_id: number
  subscription_id: number
  phone_number: string
  content: string
  created_at: Generated<Date>
}

export interface RecurringCampaignsTable {
  user_id: number
  id: Generated<number>
  name: string
  name_folded: string
  content: string
  content_folded: string
  device_id: number
  sim_subscription_id: number
  segment_id: number | null
  settings: JsonValue
  is_enabled: Generated<boolean>
  held_reason: string | null
  next_run_at: Date | null
  last_run_at: Date | null
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  deleted_at: Date | null
  has_footer: Generated<boolean>
}

export interface RecurringRunsTable {
  user_id: number
  id: Generated<number>
  recurring_campaign_id: number
  due_at: Date
  state: RecurringRunState
  campaign_id: number | null
  reason: string | null
  recorded_at: Generated<Date>
}

export interface RemovedMessagesTable {
  user_id: number
  message_id: number
  contact_id: number
  device_id: number
  campaign_id: number | null
  flow_id: number | null
  status: MessageStatus
  handover_key: number | null
  removed_at: Generated<Date>
}

export interface RemovedTotalsTable {
  user_id: number
  owner: string
  owner_id: number
  sent: Generated<number>
  failed: Generated<number>
  received: Generated<number>
  removed: Generated<number>
  delivered: Generated<number>
  cancelled: Generated<number>
}

export interface RssAutomationsTable {
  user_id: number
  id: Generated<number>
  name: string
  name_folded: string
  content: string
  content_folded: string
  device_id: number
  sim_subscription_id: number
  segment_id: number | null
  rss_url: string
  check_interval_seconds: number
  items_count: number
  campaigns_delay: number
  unique_item_identifier: string
  sends_present_items: Generated<boolean>
  is_enabled: Generated<boolean>
  held_reason: string | null
  is_primed: Generated<boolean>
  next_check_at: Date | null
  last_check_at: Date | null
  lease_until: Date | null
  lease_key: number | null
  etag: string | null
  last_modified: string | null
  failures: Generated<number>
  failing_since: Date | null
  last_error: string | null
  last_campaign_at: Date | null
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  deleted_at: Date | null
  has_footer: Generated<boolean>
}

export interface RssItemsTable {
  user_id: number
  rss_automation_id: number
  identifier_hash: Buffer
  state: RssItemState
  campaign_id: number | null
  reason: string | null
  title: string | null
  url: string | null
  met_at: Generated<Date>
}

export interface SegmentMembersTable {
  user_id: number
  segment_id: number
  contact_id: number
}

export interface SegmentsTable {
  user_id: number
  id: Generated<number>
  name: string
  name_folded: string
  type: SegmentType
  filter: JsonValue | null
  total_contacts: Generated<number>
  counted_at: Date | null
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
  deleted_at: Date | null
}

export interface SignInAddressesTable {
  email_folded: string
  user_id: number
  person_id: number
}

export interface SignInTriesTable {
  subject: Buffer
  tries: number
  ends_at: Date
}

export interface SignInsTable {
  user_id: number
  id: Generated<number>
  person_id: number
  user_agent: string | null
  ip: string | null
  is_secure: boolean
  created_at: Date
  last_used_at: Date
}

export interface SimsTable {
  user_id: number
  device_id: number
  subscription_id: number
  phone_number: string | null
  carrier_name: string | null
  display_name: string | null
  slot_index: number | null
  iccid_tail: string | null
  is_present: Generated<boolean>
  max_per_minute: Generated<number>
  max_per_hour: Generated<number>
  max_per_day: Generated<number>
  max_per_month: Generated<number>
  gap_min_seconds: Generated<number>
  gap_max_seconds: Generated<number>
  next_release_at: Generated<Date>
  hour_started_at: Date | null
  hour_parts: Generated<number>
  day_started_at: Date | null
  day_parts: Generated<number>
  month_started_at: Date | null
  month_parts: Generated<number>
  is_draining: Generated<boolean>
  heir_device_id: number | null
  heir_sim_subscription_id: number | null
  minute_started_at: Date | null
  minute_parts: Generated<number>
  held_until: Date | null
  slow_level: Generated<number>
  slowed_at: Date | null
}

export interface SweepsTable {
  user_id: number
  id: Generated<number>
  action: SweepAction
  device_id: number | null
  campaign_id: number | null
  flow_id: number | null
  to_device_id: number | null
  to_sim_subscription_id: number | null
  error: string | null
  created_at: Generated<Date>
  from_sim_subscription_id: number | null
  to_sims: JsonValue | null
  codes: string[] | null
}

export interface TemplatesTable {
  user_id: number
  id: Generated<number>
  name: string
  name_folded: string
  content: string
  content_folded: string
  revision: Generated<number>
  changed_at: Date | null
  created_at: Generated<Date>
}

export interface WithdrawalsTable {
  user_id: number
  device_id: number
  installation_id: number
  message_id: number
  handover_key: number
  phone_number: string
  requested_at: Generated<Date>
  expires_at: Date
}

export interface Database {
  account_chores: AccountChoresTable
  accounts: AccountsTable
  api_keys: ApiKeysTable
  attention_dismissals: AttentionDismissalsTable
  campaign_answers: CampaignAnswersTable
  campaign_audiences: CampaignAudiencesTable
  campaign_sims: CampaignSimsTable
  campaigns: CampaignsTable
  checks: ChecksTable
  consent_records: ConsentRecordsTable
  contact_changes: ContactChangesTable
  contacts: ContactsTable
  conversations: ConversationsTable
  credentials: CredentialsTable
  device_watch: DeviceWatchTable
  devices: DevicesTable
  figure_changes: FigureChangesTable
  figures: FiguresTable
  flows: FlowsTable
  idempotency_keys: IdempotencyKeysTable
  import_chunks: ImportChunksTable
  import_numbers: ImportNumbersTable
  import_refused_rows: ImportRefusedRowsTable
  imports: ImportsTable
  inbound_receipts: InboundReceiptsTable
  installations: InstallationsTable
  job_chunks: JobChunksTable
  jobs: JobsTable
  messages: MessagesTable
  notice_deliveries: NoticeDeliveriesTable
  notices: NoticesTable
  opt_outs: OptOutsTable
  past_handovers: PastHandoversTable
  people: PeopleTable
  pretend_phones: PretendPhonesTable
  pretend_texts: PretendTextsTable
  recurring_campaigns: RecurringCampaignsTable
  recurring_runs: RecurringRunsTable
  removed_messages: RemovedMessagesTable
  removed_totals: RemovedTotalsTable
  rss_automations: RssAutomationsTable
  rss_items: RssItemsTable
  segment_members: SegmentMembersTable
  segments: SegmentsTable
  sign_in_addresses: SignInAddressesTable
  sign_in_tries: SignInTriesTable
  sign_ins: SignInsTable
  sims: SimsTable
  sweeps: SweepsTable
  templates: TemplatesTable
  withdrawals: WithdrawalsTable
}
