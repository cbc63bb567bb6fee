import type { Check } from '../understanding.ts'

/** Questions on our texts. Each asks what a paragraph of the text says; none says anything new. */

export const goingHome: Check = {
  id: 'going-home',
  section: 'stay',
  question: 'How do you get home after a session?',
  choices: [
    { id: 'drive', text: 'I drive, once I feel well' },
    { id: 'adult', text: 'An adult I named takes me' },
    { id: 'alone', text: 'I take a bus on my own' },
  ],
  right: 'adult',
  because: 'An adult you name must take you home. Without one you cannot be treated that day.',
}

export const promised: Check = {
  id: 'promised',
  section: 'evidence',
  question: 'Will this treatment help you?',
  choices: [
    { id: 'yes', text: 'Yes, it helps everyone' },
    { id: 'maybe', text: 'Perhaps. Nobody can promise it' },
    { id: 'two', text: 'Yes, after two sessions' },
  ],
  right: 'maybe',
  because: 'Nobody can promise that it will help you.',
}

export const sayingNo: Check = {
  id: 'saying-no',
  section: 'withdraw',
  question: 'Until when can you change your mind?',
  choices: [
    { id: 'signed', text: 'Until I sign' },
    { id: 'day', text: 'Until the day before' },
    { id: 'any', text: 'At any time, also on the day' },
  ],
  right: 'any',
  because: 'You can change your mind at any time, also on the day, also after signing.',
}

export const inDanger: Check = {
  id: 'in-danger',
  section: 'emergency',
  question: 'You are at home and have thoughts of suicide. What do you do first?',
  choices: [
    { id: 'message', text: 'I write to the clinic and wait' },
    { id: 'call', text: 'I call or text 988, or call 911 if I am in danger' },
    { id: 'session', text: 'I wait for the next session' },
  ],
  right: 'call',
  because: 'Call or text 988, day or night. In danger right now: call 911. Then tell us.',
}

export const approved: Check = {
  id: 'approved',
  section: 'off-label',
  question: 'Has the FDA approved ketamine for depression?',
  choices: [
    { id: 'yes', text: 'Yes' },
    { id: 'no', text: 'No. This use is “off-label”' },
  ],
  right: 'no',
  because:
    'The FDA approved ketamine for anesthesia only, and not for depression or any other mental health condition.',
}

export const takingHome: Check = {
  id: 'taking-home',
  section: 'rems',
  question: 'Can you take the spray home?',
  choices: [
    { id: 'never', text: 'No, never' },
    { id: 'later', text: 'Yes, after a few sessions' },
  ],
  right: 'never',
  because: 'The spray never leaves the clinic. You cannot take any home.',
}

export const atHome: Check = {
  id: 'at-home',
  section: 'compounded',
  question: 'Can you take lozenges home with you?',
  choices: [
    { id: 'no', text: 'No. I take them only here, where staff watch' },
    { id: 'yes', text: 'Yes, if the first session goes well' },
  ],
  right: 'no',
  because: 'None is for taking home. The FDA warned that use at home adds risk.',
}
