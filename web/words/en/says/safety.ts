/** What the server says about an alert when an act does not fit. */
export const says = {
  words: 'Say it in a few words.',
  wordsTooLong: 'At most 2,000 characters.',
  onePerson: 'Choose one person, or one role.',
  noSuchAlert: 'There is no such alert.',
  cannotTakeAlerts: 'This person cannot take alerts.',
  fromTheList: 'Choose somebody from the list.',
  sameIdOtherContent: 'Something was stored under this id already. Nothing of yours was. Look again.',
  closedAlready: (by: string) => `${by} has closed this already.`,
  handOnInstead: (by: string) => `${by} has acknowledged this. Hand it on instead.`,
  /** `by` is left out when it was the person themselves. */
  acknowledgedAlready: (by?: string) => `${by === undefined ? 'You have' : `${by} has`} acknowledged this already.`,
} as const
