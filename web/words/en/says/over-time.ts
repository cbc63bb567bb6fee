/** What the server says to a phone about the patient's own course and the daily mood. */
export const says = {
  openAgain: 'Please open the link again.',
  otherMood: 'This was noted already with another answer. Please open the page again.',
} as const
