import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import type { Campaign } from './queries.ts'

// What is done with campaigns, each as the API has it.

const changes = [['campaigns'], ['overview'], ['sms']]

type Verb = 'pause' | 'resume' | 'release' | 'cancel'

type Told<Input, Output = unknown> = {
  onDone?: (output: Output, input: Input) => void
  onError?: (error: Error, input: Input) => void
}

type Named = Pick<Campaign, 'id' | 'name'>

/** Pauses, resumes, releases, cancels. */
export function useMove(verb: Verb, { onDone, onError }: Told<Named> = {}) {
  return useWrite({
    mutationFn: ({ id }: Named, once) =>
      answer(api.POST(`/api/campaigns/{id}/${verb}`, { params: { path: { id } }, headers: once })),
    changes,
    onSuccess: (output, input) => onDone?.(output, input),
    ...(onError ? { onError } : {}),
  })
}

type Retry = { id: number; codes: string[]; expected: number }

/** Sends failed texts again, if there are as many as the person saw. */
export function useRetry() {
  return useWrite({
    mutationFn: ({ id, codes, expected }: Retry, once) =>
      answer(
        api.POST('/api/campaigns/{id}/retry', {
          params: { path: { id } },
          // The codes come from the statistics, which name no others.
          body: { codes: codes as [], expected_recipients: expected },
          headers: once,
        }),
      ),
    changes,
  })
}

export function useDuplicate({ onDone, onError }: Told<Named, { data: { id: number } }>) {
  return useWrite({
    mutationFn: ({ id }: Named, once) =>
      answer(
        api.POST('/api/campaigns/{id}/duplicate', { params: { path: { id } }, headers: once }),
      ),
    changes,
    onSuccess: (output, input) => onDone?.(output, input),
    ...(onError ? { onError } : {}),
  })
}

export function useRemove() {
  return useWrite({
    mutationFn: (id: number) =>
      answer(api.DELETE('/api/campaigns/{id}', { params: { path: { id } } })),
    changes,
  })
}

export function useTest() {
  return useWrite({
    mutationFn: ({ id, phone_number }: { id: number; phone_number: string }, once) =>
      answer(
        api.POST('/api/campaigns/{id}/test', {
          params: { path: { id } },
          body: { phone_number },
          headers: once,
        }),
      ),
    changes: [['sms'], ['overview']],
  })
}

/** Sends one failed text again, also one that may have gone out: a person asks for this very one. */
export function useSendAgain(onDone: () => void) {
  return useWrite({
    mutationFn: (id: number, once) =>
      answer(api.POST('/api/sms/{id}/retry', { params: { path: { id } }, headers: once })),
    changes,
    onSuccess: onDone,
  })
}
