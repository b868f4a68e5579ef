import type { FastifyRequest } from 'fastify'
import { text } from '../http/field-readers.ts'
import { isOverTls } from '../http/origin.ts'
import { passwordMax, passwordMin } from './passwords.ts'
import type { Browser } from './sign-ins.ts'

export const nameField = text({ min: 1, max: 255, check: blankProblems('name') })

export const emailField = text({
  max: 254,
  check: (address) =>
    /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address)
      ? []
      : [`email must be an e-mail address, such as jo@example.com; "${address}" is none.`],
})

/** One that is chosen: only its length matters. */
export const newPasswordField = text({
  min: passwordMin,
  max: passwordMax,
  description: `${passwordMin} to ${passwordMax} characters of any kind`,
})

/** One that is tried: whatever it is, it is right or wrong. */
export const passwordField = text({ max: passwordMax })

export function browserOf(request: FastifyRequest, base_url: string): Browser {
  return {
    user_agent: request.headers['user-agent'] ?? null,
    ip: request.ip,
    is_secure: isOverTls(request, base_url),
  }
}

function blankProblems(field: string) {
  return (value: string) => (value.trim() === '' ? [`${field} cannot be empty.`] : [])
}
