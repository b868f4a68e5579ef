import type { Answer, TestApp } from './app.ts'
import { continueImport } from '../src/imports/process.ts'

export type Upload = {
  key: string
  file?: string | Buffer
  file_name?: string
  fields?: Record<string, string>
}

const boundary = 'the-boundary-of-the-tests'

/** Sends a file to be imported, as a form. */
export async function upload(
  app: TestApp,
  { key, file, file_name = 'contacts.csv', fields = {} }: Upload,
): Promise<Answer> {
  const response = await app.app.inject({
    method: 'POST',
    url: '/api/imports',
    headers: { authorization: `Bearer ${key}`, ...uploadHeaders },
    payload: uploadBody({ fields, ...(file === undefined ? {} : { file }), file_name }),
  })
  return { status: response.statusCode, body: JSON.parse(response.body), headers: response.headers }
}

export const uploadHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` }

export function uploadBody({
  file,
  file_name = 'contacts.csv',
  fields = {},
}: Omit<Upload, 'key'>): Buffer {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
  )
  if (file !== undefined) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file_name}"\r\ncontent-type: text/csv\r\n\r\n`
    parts.push(Buffer.from(head), Buffer.from(file), Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

/** Does what is to be done about imports, until nothing is left. */
export async function runImports({ context }: TestApp): Promise<void> {
  while (await continueImport(context));
}
