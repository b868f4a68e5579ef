import { Client, type ClientConfig, type QueryResultRow } from 'pg'
import { clientConfig } from '../src/db/pool.ts'

/** The external view of the database: reads, and moves the clock of rows. */
export type View = {
  rows: <T extends QueryResultRow>(statement: string, values?: unknown[]) => Promise<T[]>
  contactId: (phoneNumber: string) => Promise<number | undefined>
  /** Ids of texts that we sent or are to send. */
  someMessages: () => Promise<number[]>
  /** Ids of single texts that failed for sure. */
  failedMessages: () => Promise<number[]>
}

const patienceMs = 60_000

export function createView(connection: () => ClientConfig): View {
  async function once<T extends QueryResultRow>(statement: string, values: unknown[]) {
    const client = new Client(clientConfig(connection()))
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<T>(statement, values)
      return rows
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  async function rows<T extends QueryResultRow>(statement: string, values: unknown[] = []) {
    const deadline = Date.now() + patienceMs
    for (;;) {
      try {
        return await once<T>(statement, values)
      } catch (error) {
        // The server is being killed again and again.
        if (isMistake(error) || Date.now() > deadline) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  }

  const ids = async (statement: string) =>
    (await rows<{ id: number }>(statement)).map(({ id }) => id)
  return {
    rows,
    contactId: async (phoneNumber) => {
      const statement = 'select id from contacts where phone_number = $1'
      const [contact] = await rows<{ id: number }>(statement, [phoneNumber])
      return contact?.id
    },
    someMessages: () => ids(`select id from messages where status <> 'received' order by id`),
    failedMessages: () =>
      ids(`select id from messages
            where status = 'failed' and not may_have_gone_out and campaign_id is null order by id`),
  }
}

/** A statement that is wrong stays wrong. */
function isMistake(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(42|22|23)/.test(String(error.code))
}
