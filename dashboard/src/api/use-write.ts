import {
  useMutation,
  useQueryClient,
  type QueryKey,
  type UseMutationResult,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { isPassing } from './errors.ts'

/** The header that makes a request happen once, however often it is sent. */
export type Once = { 'Idempotency-Key': string }

type Write<Input, Output> = {
  /** Sends it; `once` goes into `headers`. */
  mutationFn: (input: Input, once: Once) => Promise<Output>
  /** Keys of the queries that show something else afterwards. */
  changes?: QueryKey[] | ((output: Output, input: Input) => QueryKey[])
  onSuccess?: (output: Output, input: Input) => unknown
  onError?: (error: Error, input: Input) => unknown
}

type Pressed<Input> = { input: Input; once: Once }

/** What a button needs: `write` does nothing while the press before is on its way. */
export type Writing<Input, Output> = Pick<
  UseMutationResult<Output, Error, Pressed<Input>>,
  'isPending' | 'isSuccess' | 'error' | 'data' | 'reset'
> & {
  write: (input: Input) => void
  /** The same for code that goes on afterwards; throws what went wrong. */
  writeNow: (input: Input) => Promise<Output>
}

/**
 * A write that happens once for each press: one Idempotency-Key, kept while it tries again by itself after the
 * connection broke. What it `changes` is looked up again.
 */
export function useWrite<Input = void, Output = unknown>({
  mutationFn,
  changes = [],
  onSuccess,
  onError,
}: Write<Input, Output>): Writing<Input, Output> {
  const client = useQueryClient()
  // Between the press and the next drawing nothing else knows that it is under way.
  const isUnderWay = useRef(false)
  const lastAsked = useRef<{ text: string; answer: Promise<Output> }>(undefined)
  const mutation = useMutation<Output, Error, Pressed<Input>>({
    mutationFn: ({ input, once }) => mutationFn(input, once),
    retry: (failures, error) => isPassing(error) && failures < 3,
    retryDelay: (failures) => 700 * 2 ** failures,
    onSuccess: async (output, { input }) => {
      const keys = typeof changes === 'function' ? changes(output, input) : changes
      for (const queryKey of keys) void client.invalidateQueries({ queryKey })
      await onSuccess?.(output, input)
    },
    onError: (error, { input }) => onError?.(error, input),
    onSettled: () => {
      isUnderWay.current = false
    },
  })
  const { isPending, isSuccess, error, data, reset, mutate, mutateAsync } = mutation
  return {
    isPending,
    isSuccess,
    error,
    data,
    reset,
    write: (input) => {
      if (isUnderWay.current) return
      isUnderWay.current = true
      mutate({ input, once: newKey() })
    },
    writeNow: (input) => {
      // The same once more, while it is on its way, is the same press; something else is something else.
      const text = JSON.stringify(input, withoutFiles) ?? ''
      if (lastAsked.current?.text === text) return lastAsked.current.answer
      isUnderWay.current = true
      const answer = mutateAsync({ input, once: newKey() })
      const asked = { text, answer }
      lastAsked.current = asked
      const forget = () => {
        if (lastAsked.current === asked) lastAsked.current = undefined
      }
      answer.then(forget, forget)
      return answer
    },
  }
}

let files = 0

/** Two files look the same as text, and are not. */
function withoutFiles(_key: string, value: unknown): unknown {
  return value instanceof Blob || value instanceof FormData ? `file ${(files += 1)}` : value
}

/** `crypto.randomUUID` is not there on a page that came over plain HTTP. */
function newKey(): Once {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return {
    'Idempotency-Key': [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  }
}
