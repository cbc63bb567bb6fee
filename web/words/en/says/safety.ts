/** What the server says about an alert when an act does not fit. */
export const says = {
  words: 'Enter a few words.',
  wordsTooLong: 'At most 2,000 characters.',
  onePerson: 'Choose one person, or one role.',
  noSuchAlert: 'There is no such alert.',
  cannotTakeAlerts: 'Alerts cannot be assigned to this person.',
  fromTheList: 'Choose someone from the list.',
  /** Written where somebody's alerts are handed on for them. */
  takesNoMore: (name: string) => `${name} no longer takes alerts here.`,
  sameIdOtherContent: 'Something is already stored under this ID. Nothing of yours was saved. Look again.',
  closedAlready: (by: string) => `${by} has already closed this.`,
  handOnInstead: (by: string) => `${by} has acknowledged this. Reassign it instead.`,
  /** `by` is left out when it was the person themselves. */
  acknowledgedAlready: (by?: string) => `${by === undefined ? 'You have' : `${by} has`} already acknowledged this.`,
} as const
