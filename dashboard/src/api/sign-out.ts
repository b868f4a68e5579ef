import type { QueryClient } from '@tanstack/react-query'
import { answer, api } from './client.ts'

/** Signs this browser out, or all of the person's. Nothing of what was shown stays here. */
export async function signOut(client: QueryClient, everywhere = false): Promise<void> {
  await answer(api.POST('/api/logout', { body: { everywhere } }))
  client.clear()
  // A whole page anew: forms, the stream and what was typed go with the old one.
  location.assign('/login')
}
