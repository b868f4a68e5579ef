export const signInWords = {
  title: 'Sign in to Simcast',
  documentTitle: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'Forgotten? On the server, run',
  resetCommand: ({ email }: { email: string }) =>
    `npm run simcast -- person reset ${email.trim() === '' ? 'you@example.com' : email.trim()}`,
  nobodyTitle: 'Nobody has been set up yet',
  nobody:
    'Open the link that Simcast printed when it was started. It begins like this address and has /setup/ in it. For a new one, run on the server:',
  inviteCommand: 'npm run simcast -- person create',

  setUpTitle: 'Set up Simcast',
  setUpDocumentTitle: 'Set up',
  setUpText: 'This makes the first person who signs in. It takes a minute.',
  joinText: ({ account }: { account: string }) => `You will sign in to the account ${account}.`,
  name: 'Your name',
  nameNote: 'It stands beside what you do.',
  newPassword: 'Choose a password',
  newPasswordNote: 'At least 10 characters, of any kind. A few words in a row are good.',
  timezone: 'Time zone',
  timezoneNote: 'The clock by which days and limits are counted.',
  country: 'Country',
  countryNote: 'Numbers without a + are read as numbers of this country.',
  noCountry: 'None: numbers have to begin with +',
  setUp: 'Set up and go on',

  resetTitle: 'Choose a new password',
  resetText: ({ name, email }: { name: string; email: string }) =>
    `For ${name}, who signs in as ${email}. All browsers that are signed in now are signed out.`,
  reset: 'Save the password and sign in',

  linkIsOver: 'This link does not work',
  linkIsOverText: 'It was used, it is older than a day, or a newer one was made.',
  newLinkCommand: 'For a new one, run on the server:',
  toSignIn: 'Go to sign in',
  checkingLink: 'The link',
}
