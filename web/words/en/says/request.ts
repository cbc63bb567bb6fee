/** What is said beside the fields of the form with which somebody asks for an evaluation, and about requests. */
export const says = {
  tooLong: (most: number) => `Please write at most ${most} letters here.`,
  unstorable: 'There is a sign in here that cannot be kept. Please write it anew.',
  birthDate: 'There is no such day. Leave it empty if you like.',
  name: 'Please write a name.',
  reach: 'Please write a phone number or a mail address.',
  reachBy: 'Please tick at least one way to reach you.',
  needsPhone: 'You ticked call or text. Please write a phone number.',
  needsMail: 'You ticked mail. Please write a mail address.',
  agreeContact: 'Without this we may not answer you. Please tick it.',
  agreeNotUrgent: 'Please read this and tick it.',
  noSuchRequest: 'There is no such request.',
  registeredAlready: 'This request was made a patient before.',
  reason: 'Say why, in a few words.',
} as const
