import { randomBytes } from 'node:crypto'

/**
 * The id of a message as the phone knows it: the row's id and a random key made at the hand-over, both in base 36. The
 * id finds the row by its primary key; the key tells hand-overs apart, and this installation from an earlier one whose
 * ids a phone may still have in its log.
 */
export function toWireId(id: number, handoverKey: number): string {
  return `${id.toString(36)}-${handoverKey.toString(36)}`
}

export function readWireId(text: string): { id: number; handover_key: number } | undefined {
  const [, id = '', key = ''] = /^([0-9a-z]{1,11})-([0-9a-z]{1,10})$/.exec(text) ?? []
  const wire = { id: Number.parseInt(id, 36), handover_key: Number.parseInt(key, 36) }
  return Number.isSafeInteger(wire.id) &&
    Number.isSafeInteger(wire.handover_key) &&
    toWireId(wire.id, wire.handover_key) === text
    ? wire
    : undefined
}

/** 48 random bits, which both JavaScript and PostgreSQL hold exactly. */
export function newHandoverKey(): number {
  return randomBytes(6).readUIntBE(0, 6)
}
