export function SendingLine() {
  return null
}
