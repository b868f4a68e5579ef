// Does what the curl lines of the README ask for, on machines that have no curl.
// Usage: curl.ts [--request METHOD] --url URL [--header 'Name: value']… [--form name=value]…
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    request: { type: 'string', default: 'GET' },
    url: { type: 'string' },
    header: { type: 'string', multiple: true, default: [] },
    form: { type: 'string', multiple: true, default: [] },
  },
})

const headers = new Headers()
for (const header of values.header) {
  const colon = header.indexOf(':')
  // The boundary belongs to the type, and fetch writes both.
  if (!/^content-type:\s*multipart/i.test(header)) {
    headers.append(header.slice(0, colon), header.slice(colon + 1).trim())
  }
}
const form = new FormData()
for (const field of values.form) {
  const equals = field.indexOf('=')
  form.append(field.slice(0, equals), field.slice(equals + 1))
}
const body = values.form.length > 0 ? { body: form } : {}
const response = await fetch(values.url ?? '', { method: values.request, headers, ...body })
process.stdout.write(await response.text())
