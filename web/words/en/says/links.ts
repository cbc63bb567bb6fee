import type { LinkState } from '../../../../clinic/links/link.ts'

/** What the server says about a patient’s link that does not open. */
export const says = {
  opensNothing: 'This link opens nothing. Check that all of it was copied.',
  otherPurpose: 'This link was made for something else.',
  usedOrClosed: 'This link was used already, or it no longer works.',
  usedOrWithdrawn: 'This link was already used or withdrawn.',
  noSuchLink: 'There is no such link.',
  /** Behind the sentence of RL-07: why there is nothing to read. */
  wordsRefused: 'The words themselves were not stored: the link took none any more. Call the patient.',
  closed: {
    used: 'This link was used already. What you sent has arrived.',
    withdrawn: 'This link was replaced or taken back. Please use the newest one, or call the clinic.',
    expired: 'This link is too old to open. Please call the clinic for a new one.',
  } satisfies Record<Exclude<LinkState, 'live'>, string>,
} as const
