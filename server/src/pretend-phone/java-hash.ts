// The arithmetic by which the app names the texts that it receives.

/** `String.hashCode()` of Java: 32 bits, signed. */
export function hashOfText(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0
  return hash
}

/** `Long.hashCode()` of Java. */
function hashOfLong(value: number): number {
  return Number(BigInt.asIntN(32, BigInt(value) ^ (BigInt(value) >> 32n)))
}

type Named = { sender: string; text: string; at: number; subscriptionId: number }

/** The `messageId` of a received text: a hash of sender, time, SIM and words, as unsigned hex. */
export function receivedMessageId({ sender, text, at, subscriptionId }: Named): string {
  let hash = hashOfText(sender)
  hash = (Math.imul(31, hash) + hashOfLong(at)) | 0
  hash = (Math.imul(31, hash) + subscriptionId) | 0
  hash = (Math.imul(31, hash) + hashOfText(text)) | 0
  return (hash >>> 0).toString(16)
}
