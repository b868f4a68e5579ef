import { sql } from 'kysely'
import { totalsOfOrigin } from '../campaigns/totals-of-origin.ts'
import { choiceFilter, flagFilter, searchIn } from '../http/filters.ts'
import { searchPattern, type ListSpec } from '../http/list.ts'
import { segmentFilter } from '../segments/segment-filter.ts'

/** What lists of recurring campaigns are searched, filtered and ordered by. */
export function recurringList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`r.${name}`) })
  const nullable = (name: string) => ({ by: sql.ref(`r.${name}`), isNullable: true })
  const rows = sql`(select * from recurring_campaigns where user_id = ${user_id} and deleted_at is null) r`
  const withTotals = sql`${rows} left join ${totalsOfOrigin(user_id, 'recurring_campaign_id')} t on t.id = r.id`
  const total = (name: string) => ({
    by: sql`coalesce(${sql.ref(`t.${name}`)}, 0)`,
    from: withTotals,
  })
  return {
    from: rows,
    id: sql.ref<number>('r.id'),
    search: {
      name: searchIn(sql.ref('r.name_folded')),
      content: searchIn(sql.ref('r.content_folded')),
    },
    filters: {
      segment: segmentFilter(sql.ref('r.segment_id'), 'Whom it is sent to'),
      is_enabled: flagFilter(sql.ref<boolean>('r.is_enabled'), 'Whether it runs'),
    },
    orders: {
      id: column('id'),
      recurring_campaign_id: column('id'),
      name: column('name_folded'),
      last_sent_datetime: { by: sql.ref('t.last_sent_at'), isNullable: true, from: withTotals },
      last_run_datetime: nullable('last_run_at'),
      next_run_datetime: nullable('next_run_at'),
      datetime: column('created_at'),
      last_datetime: nullable('changed_at'),
      total_campaigns: total('total_campaigns'),
      total_sent_sms: total('total_sent'),
      total_pending_sms: total('total_pending'),
      total_failed_sms: total('total_failed'),
    },
    datetimes: {
      datetime: sql.ref('r.created_at'),
      last_datetime: sql.ref('r.changed_at'),
      last_run_datetime: sql.ref('r.last_run_at'),
      next_run_datetime: sql.ref('r.next_run_at'),
    },
  }
}

/** The runs of one recurring campaign, newest first. */
export function runList(user_id: number, recurring_campaign_id: number): ListSpec {
  return {
    from: sql`(select * from recurring_runs
                where user_id = ${user_id} and recurring_campaign_id = ${recurring_campaign_id}) r`,
    id: sql.ref<number>('r.id'),
    search: { reason: (term) => sql`coalesce(r.reason, '') ilike ${searchPattern(term)}` },
    filters: {
      status: choiceFilter(
        Object.fromEntries(
          runStates.map((state) => [state, sql`r.state = ${state}::recurring_run_state`]),
        ),
        'What became of it',
      ),
    },
    orders: { id: column('id'), due_datetime: column('due_at'), datetime: column('recorded_at') },
    datetimes: { datetime: sql.ref('r.recorded_at'), due_datetime: sql.ref('r.due_at') },
  }

  function column(name: string) {
    return { by: sql.ref(`r.${name}`) }
  }
}

export const runStates = ['launched', 'skipped', 'failed'] as const
