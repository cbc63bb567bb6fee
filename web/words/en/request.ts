import { counted } from '../words.ts'

/** The form with which somebody asks for an evaluation. About 8th grade. */
export const requestWords = {
  title: 'Ask for an evaluation',
  lead: 'An evaluation is a talk and a check with a clinician. It is the first step, and you are free to stop after it.',
  danger:
    'Are you thinking of suicide, or are you in danger? Do not fill in a form. Call or text 988, or call 911. They are at the top of this page.',
  noClinic: 'You cannot ask here yet. Please call the clinic you have in mind.',
  again: (title: string) => `Please look again: ${title}`,
  fix: 'Something is missing or not right. What you wrote is still here.',
  quick: 'That was very fast. Please look it over and send it again.',
  trap: 'Please leave the field “Fax” empty and send it again.',
  wait: 'We got many forms at once. Nothing is lost: wait a few minutes and send it again, or call us.',
  canWait: 'Nothing was sent yet. What you wrote is still below, and it can wait.',
  kept: 'Your form is not complete, so it is not a request yet. Because of your words the clinic has kept what you wrote. Its staff can read it, but it may be hours before someone does. What you wrote is still below. You can complete it later; it stays one request.',
  notSent: 'Your form could not be sent. Nothing is lost: send it again, or call us.',
  older: 'This page was open for a long time. Please send it again.',
  inThisTab: 'What you write stays in this tab until you send it or close the tab.',
  resumed: 'What you wrote in this tab before is here again.',
  unticked:
    'What you wrote in this tab before is here again. What you chose to send along from the other pages is not: choose it again. If it is not on this form, go to that page and ask from there.',
  wipe: 'Erase what I wrote',
  needed: '(required)',
  parts: {
    who: 'You',
    reach: 'How to reach you',
    why: 'What brings you here',
    more: 'If you like',
    attach: 'What you did before on these pages',
    agree: 'Please read these',
  },
  fields: {
    givenName: 'First name',
    familyName: 'Last name',
    birthDate: 'Date of birth, if you like',
    phone: 'Phone',
    email: 'Email address',
    reachBy: 'You may',
    leaveMessage: 'May we leave a message that says we are a clinic?',
    reachNote: 'What should we know to reach you without trouble?',
    goals: 'What would you like help with?',
    payer: 'Insurance company',
    plan: 'Plan',
    referrer: 'Who sent you, if anyone',
    therapist: 'Your therapist’s name',
    therapistPhone: 'Your therapist’s phone',
    times: 'Times that suit you',
    agreeContact: 'Contact',
    agreeNotUrgent: 'Not for emergencies',
    agreeCoverage: 'Insurance',
    referrerRole: 'You are',
    referrerPhone: 'Your phone',
    referrerEmail: 'Your email address',
    agreePatient: 'The patient’s agreement',
    fax: 'Fax',
  },
  roles: { therapist: 'their therapist', clinician: 'another clinician of theirs' },
  refer: {
    title: 'Refer a patient',
    lead: 'For therapists and clinicians. Tell us about someone who wants an evaluation and has agreed that you write to us.',
    parts: { referrer: 'You, the referrer', who: 'The patient', reach: 'How we may reach the patient', why: 'Why now' },
    fields: {
      givenName: 'The patient’s first name',
      familyName: 'The patient’s last name',
      birthDate: 'The patient’s date of birth, if you know it',
      phone: 'The patient’s phone',
      email: 'The patient’s email address',
      reachBy: 'The patient agrees that we',
      leaveMessage: 'May we leave them a message that says we are a clinic?',
      reachNote: 'What should we know to reach them without trouble?',
      goals: 'What should we know? As little as is needed.',
      referrer: 'Your name and where you work',
      times: 'Times that suit the patient',
    } as Record<string, string>,
    ways: { call: 'call them', sms: 'text them', mail: 'email them' },
    agreePatient: 'The patient knows what I wrote here and agreed that I send it and that you contact them. (required)',
    agreeNotUrgent:
      'I know that no one reads this right away. If they are in danger, I call 988 or 911 with them. (required)',
    received:
      'Someone from the clinic will get in touch with the patient. What the clinic tells you about them is up to the patient.',
    privacy:
      'Only the staff of the clinic can read this. It goes to no other company. You cannot open it again. If something is missing, you get it back and we keep nothing, unless it speaks of suicide and the patient agreed.',
  },
  hints: {
    reachNote: 'For example: someone else reads my email, call after five.',
    goals: 'A few words are enough.',
    givenName: 'A first or a last name is needed.',
    phone: 'A phone or an email address is needed.',
    reachBy: 'Check at least one.',
  } as Record<string, string>,
  ways: { call: 'call me', sms: 'text me', mail: 'email me' },
  yesNo: { yes: 'Yes', no: 'No', '': 'I would rather not say' },
  agree: {
    agreeContact: 'You may contact me about this in the ways I chose, and keep what I wrote here. (required)',
    agreeNotUrgent: 'I know that no one reads this right away. If I am in danger, I call 988 or 911. (required)',
    agreeCoverage: 'You may ask my insurance what it pays for.',
  },
  send: 'Send',
  privacy:
    'Only the staff of the clinic can read this. It goes to no other company. If something is missing, you get your form back and we keep nothing. There is one exception: if your words speak of suicide, we keep them, so that someone can look.',
  received: {
    title: 'We have it',
    lead: 'Thank you. Your form has come in once, even if you sent it twice.',
    next: 'Someone from the clinic will get back to you in a way you chose.',
    helpTitle: 'You wrote words that worry us',
    help: 'Please do not wait for us. Call or text 988 now, or call 911.',
    read: 'Read what to expect',
  },
} as const

/** What staff see of such requests. */
export const requestStaffWords = {
  title: 'Requests',
  help: 'People who asked for an evaluation on the public page. What they wrote is their own word, not checked by anyone.',
  none: 'No one is waiting for an answer.',
  since: (time: string) => `since ${time}`,
  owner: (name: string) => `${name} has taken it`,
  noOwner: 'No one has taken it',
  danger: 'Their words may speak of suicide. Call them now.',
  dangerUnfinished: 'Their words may speak of suicide. Show this to a prescriber now.',
  unfinished: 'Incomplete',
  unfinishedSays:
    'The form was returned to them. It is kept because its words may speak of suicide. They were shown 988 and 911 and told that it is kept.',
  lacks: (what: string) => `What was missing: ${what}`,
  lacking: {
    quick: 'it was sent within three seconds of being opened',
    older: 'it is not known when the form was opened',
    trap: 'a field that people do not see was filled in',
  } as Record<string, string>,
  agreedContact: {
    yes: 'They agreed to be contacted.',
    no: 'They did not check the box that lets you contact them. Whether you do is a clinician’s decision.',
  },
  cameAgain: (reason: string) => `It was set aside before (${reason}), and was sent again after that.`,
  take: 'Take this request',
  setAside: 'Set aside',
  setAsideWhy: 'Reason for setting it aside',
  register: 'Register as a patient',
  registerHelp:
    'What they wrote is filled in. Look it over; goals, therapist, and coverage go to the pre-visit questions, marked as told by the patient.',
  becamePatient: 'Registered as a patient',
  wasSetAside: 'Set aside',
  open: 'Waiting',
  doneTitle: 'Done',
  referral: (who: string, role: string) => `Referred by ${who}, ${role}`,
  referralSays: 'They say that the patient agreed. None of this is the patient’s own word.',
  age: (minutes: number) => {
    if (minutes < 60) return 'less than an hour ago'
    if (minutes < 48 * 60) return `${counted(Math.floor(minutes / 60), 'hour')} ago`
    return `${counted(Math.floor(minutes / (24 * 60)), 'day')} ago`
  },
  dangerTitle: 'Requests that may speak of suicide',
  dangerToday: (count: number) =>
    count === 1
      ? 'What someone sent from the public page may speak of suicide. Open it now.'
      : `${count} forms from the public page may speak of suicide. Open them now.`,
  dangerOwner: (names: string) => `Taken by ${names}.`,
  dangerNoOwner: (count: number) =>
    count === 1 ? 'No one has taken one of them.' : `No one has taken ${count} of them.`,
  perhapsTheSame: (name: string, time: string) =>
    `Possibly the same person: ${name}, ${time}. Review both before you answer.`,
  toQueue: 'Open requests',
  sentAgain: (count: number) => `Sent ${count} times; the current one is shown.`,
  earlier: 'Earlier version',
  toPatient: 'Open the record',
  history: 'What happened',
  steps: { taken: 'taken', 'set aside': 'set aside', registered: 'registered as a patient' },
  notSaid: (asked: string) => `Not said: ${asked}`,
  birthDate: 'Date of birth',
  born: (day: string, years: number | undefined) => (years === undefined ? day : `${day} (${counted(years, 'year')})`),
  mayAskInsurance: 'May the clinic ask their insurance?',
  askedWith: 'Their request for an evaluation',
  anonymous: 'No name',
} as const
