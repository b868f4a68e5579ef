// What an account answers by itself until it says otherwise: one part each, in letters that every phone has.

export const defaultConfirmation =
  'You will get no more texts from us. Reply START to get them again.'
export const defaultHelpAnswer =
  'You get these texts because you agreed to them. Reply STOP to get no more.'
