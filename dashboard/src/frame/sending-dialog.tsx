export function SendingDialog() {
  return null
}
