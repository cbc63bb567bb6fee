import { counted } from '../../words.ts'

/** What the server says about the papers of the esketamine programme. */
export const says = {
  tooLong: 'Too long.',
  sameId: 'Something else is already stored under this ID. Nothing of yours was saved. Look again.',
  empty: 'Answer this first.',
  noForm: 'This edition of the form does not exist.',
  noSession: 'There is no such session.',
  noFormNeeded: 'No esketamine was given in this session, so it has no monitoring form.',
  notAsked: 'This field is not entered by hand: it comes from the record or the log.',
  yesOrNo: 'Answer Yes or No.',
  minutes: 'Enter whole minutes.',
  how: 'Choose how it was sent.',
  step: 'Choose what happened.',
  whyEnded: 'Say why the enrollment ended.',
  notEnded: 'The session has not ended: the form is not finished.',
  future: 'This day is in the future.',
  beforeTreatment: 'This day is before the treatment.',
  whyMissing: (count: number) => `${counted(count, 'field')} missing. Say why it was sent like this.`,
  whyAgain: 'It was already marked as sent. Say why it was sent again.',
  /** Written into an alert that was closed by marking the form as sent. */
  closed: {
    portal: 'Marked as sent by the REMS portal.',
    fax: 'Marked as sent by fax.',
    other: 'Marked as sent.',
  },
} as const
