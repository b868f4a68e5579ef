/** The word that a person reads for a status, and the sentence that explains it. */
export const statusWords = {
  campaignDraft: { word: 'Draft', sentence: 'Not sent. Only you see it.' },
  campaignScheduled: { word: 'Scheduled', sentence: 'Starts by itself at its time.' },
  campaignSending: { word: 'Sending', sentence: 'Texts are being handed to the phones.' },
  campaignWaiting: {
    word: 'Waiting',
    sentence:
      'Held back by quiet hours, a limit or a phone that is off; the reason stands beside it.',
  },
  campaignPaused: { word: 'Paused', sentence: 'Nothing leaves until you resume.' },
  campaignSent: { word: 'Sent', sentence: 'No text of it waits any more.' },
  campaignCancelled: { word: 'Cancelled', sentence: 'Stopped. What had left stays sent.' },

  smsWaiting: { word: 'Waiting', sentence: 'Not yet handed to a phone.' },
  smsOnPhone: { word: 'Waiting', sentence: 'On the phone, not yet sent.' },
  smsSent: { word: 'Sent', sentence: 'The phone has sent it; no report yet.' },
  smsDelivered: { word: 'Delivered', sentence: 'The network says that it arrived.' },
  smsFailed: { word: 'Failed', sentence: 'It was not sent.' },
  smsCancelled: { word: 'Cancelled', sentence: 'It was withdrawn before it left.' },
  smsReceived: { word: 'Received', sentence: 'Written to you.' },

  optedOut: { word: 'Opted out', sentence: 'Is never texted.' },
  mayBeTexted: { word: 'May be texted', sentence: 'Gets campaigns and flows.' },
  noNumber: {
    word: 'Cannot be texted',
    sentence: 'A sender without a number: it can write to you, and cannot be texted.',
  },

  importing: { word: 'Importing', sentence: 'The rows of the file are being read.' },
  importFinished: { word: 'Finished', sentence: 'Every row is done.' },
  importFailed: { word: 'Failed', sentence: 'It could not go on.' },
  importCancelled: { word: 'Cancelled', sentence: 'It was stopped. What was read before stays.' },

  jobWaiting: { word: 'Starting', sentence: 'Starts in a moment and can still be undone.' },
  jobRunning: { word: 'Working', sentence: 'Goes on without this page.' },
  jobFinished: { word: 'Finished', sentence: 'All of it is done.' },
  jobFailed: { word: 'Failed', sentence: 'It could not go on.' },
  jobCancelled: { word: 'Cancelled', sentence: 'It was stopped. What was done before stays.' },

  switchedOn: { word: 'On', sentence: 'It does its work.' },
  switchedOff: { word: 'Off', sentence: 'It does nothing until you switch it on.' },

  deviceOnline: { word: 'Online', sentence: 'The phone listens for new texts.' },
  deviceOffline: {
    word: 'Offline',
    sentence: 'Not heard of for two minutes; for twenty, where the phone only asks now and then.',
  },
  devicePaused: { word: 'Paused', sentence: 'It is given nothing until you resume it.' },
  deviceDraining: { word: 'Draining', sentence: 'It finishes what it has and takes nothing new.' },
  devicePretend: { word: 'Pretend', sentence: 'No real phone: nobody gets what it sends.' },
  deviceNew: { word: 'Not connected', sentence: 'No phone has shown its token yet.' },
} as const

/** The sentence of a status with the word by which the API knows it. */
export function statusHint({ sentence, value }: { sentence: string; value: string }): string {
  return `${sentence} In the API: ${value}.`
}
