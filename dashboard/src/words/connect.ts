export const connectWords = {
  title: 'Connect a phone',
  titleOf: ({ name }: { name: string }) => `Connect ${name}`,
  step: ({ number, text }: { number: number; text: string }) => `${number}. ${text}`,
  install: 'Install the app on the phone',
  installText: ({ release }: { release: string }) =>
    `SMS Gateway for Android, ${release} or newer, as`,
  installWhere: 'from its project page',
  installAllow:
    'Let it send and receive texts and see the state of the phone, and take it out of battery saving. Do not take the phone that you live with: every text that it receives comes to Simcast.',
  isolated:
    'This page did not come over HTTPS, so the phone needs the insecure build, within your own network only.',
  give: 'Choose “Cloud server”, then give it these',
  giveWhere:
    'In the app: Settings, Cloud server. There “API URL” is the address, “Private token” the token, and “Notification channel” has to be “SSE only”.',
  name: 'What you call the phone',
  namePlaceholder: 'Front desk',
  makeToken: 'Make its token',
  address: 'Address',
  token: 'Token, shown only now',
  copyAddress: 'Copy the address',
  copyToken: 'Copy the token',
  share: 'Share both',
  shareTitle: 'Address and token for the phone',
  code: 'The address and the token as a code',
  codeNote: 'The app reads no codes: read this with the phone’s camera, copy, and paste each line.',
  hiddenToken: 'Its token was shown once. If it is lost, make a new one.',
  newToken: 'Make a new token',
  local:
    'A phone cannot reach this address. Open this page at the name or the address that Simcast has in your network.',
  turnOn: 'Turn it on. We wait for it here',
  waitFirst: 'The checks appear as soon as it has a token.',
  later: 'Finish later',
  done: 'Done',
  test: 'Send a test to myself',
  allFine: 'All is well. It can send.',
}
