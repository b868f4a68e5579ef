import { useSyncExternalStore } from 'react'
import { connection } from '../api/connection.ts'
import { ApiError, readError } from '../api/errors.ts'

/** A file on its way. It goes on while one looks at other pages. */
export type Upload = {
  name: string
  sent: number
  total: number
  error?: ApiError
  /** What was to be sent, to be tried again. */
  file: File
}

/** `fetch` does not say how far a body has come. */
class Uploads {
  #upload: Upload | undefined
  #request: XMLHttpRequest | undefined
  #listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  current = (): Upload | undefined => this.#upload

  get isUnderWay(): boolean {
    return this.#request !== undefined
  }

  /** Sends a file to be tried; answers the id of its dry run, or undefined where that was stopped or failed. */
  async send(file: File): Promise<number | undefined> {
    if (this.#request) return undefined
    this.#set({ name: file.name, sent: 0, total: file.size, file })
    window.addEventListener('beforeunload', askToStay)
    try {
      const id = await this.#post(file)
      this.#set(undefined)
      return id
    } catch (error) {
      if (error instanceof ApiError && this.#upload) this.#set({ ...this.#upload, error })
      else this.#set(undefined)
      return undefined
    } finally {
      this.#request = undefined
      window.removeEventListener('beforeunload', askToStay)
    }
  }

  stop(): void {
    this.#request?.abort()
    this.#set(undefined)
  }

  #post(file: File): Promise<number> {
    const form = new FormData()
    form.set('dry_run', '1')
    form.set('map_later', '1')
    form.set('file', file)
    const request = new XMLHttpRequest()
    this.#request = request
    request.open('POST', '/api/imports')
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (this.#upload) this.#set({ ...this.#upload, sent: Math.min(loaded, total), total })
    })
    return new Promise((resolve, reject) => {
      request.addEventListener('load', () => {
        connection.reached()
        const body = readBody(request.responseText)
        const id = idIn(body)
        if (request.status === 200 && id !== undefined) resolve(id)
        else reject(readError(answerOf(request), body))
      })
      request.addEventListener('error', () => {
        connection.lost()
        reject(new ApiError('offline'))
      })
      request.addEventListener('abort', () => reject(new Error('stopped by the person')))
      request.send(form)
    })
  }

  #set(upload: Upload | undefined): void {
    this.#upload = upload
    for (const listener of this.#listeners) listener()
  }
}

export const uploads = new Uploads()

/** The file that is on its way, or the one that could not be taken. */
export function useUpload(): Upload | undefined {
  return useSyncExternalStore(uploads.subscribe, uploads.current)
}

function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function idIn(body: unknown): number | undefined {
  // What is no such object has no such keys.
  const id = (body as { data?: { id?: unknown } } | undefined)?.data?.id
  return typeof id === 'number' ? id : undefined
}

function answerOf(request: XMLHttpRequest): Response {
  const id = request.getResponseHeader('x-request-id')
  return new Response(null, {
    status: request.status === 204 ? 200 : request.status,
    headers: id === null ? {} : { 'x-request-id': id },
  })
}
