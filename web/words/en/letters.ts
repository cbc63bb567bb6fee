/**
 * What is sent by mail and text message. A lock screen shows it, so nothing here names a treatment, an illness or a
 * patient; a link opens something, so nothing else is beside it.
 */
export const letterWords = {
  join: (clinic: string, name: string, url: string, days: number) => ({
    subject: `Your account at ${clinic}`,
    body: `Hello ${name},

${clinic} uses Evenkeel and has made an account for you. Open this link to choose how you sign in:

${url}

It works once, within ${days} days. If you did not expect this, do not open it, and tell the clinic.
`,
  }),

  madeAtMachine: (clinic: string, name: string) => ({
    subject: `A new link for signing in to ${clinic}`,
    body: `Hello ${name},

Somebody at the machine that Evenkeel runs on made a link with which you can sign in to ${clinic} again. Whoever opens it
chooses a new way of signing in, and every earlier one of yours ends. The link is not in this message.

If that was not you or for you, sign in now and make a recovery link for yourself under Settings, Staff: the one that was
made then opens nothing. Then find out who uses that machine.
`,
  }),

  recover: (clinic: string, name: string, url: string, hours: number) => ({
    subject: `Signing in to ${clinic} again`,
    body: `Hello ${name},

The owner of ${clinic} made this link so that you can sign in again. Opening it and choosing a new way to sign in
ends every earlier one:

${url}

It works once, within ${hours} hours. If you did not ask for it, do not open it, and tell the clinic.
`,
  }),

  questions: (channel: 'mail' | 'sms', clinic: string, url: string, days: number) => ({
    subject: `${clinic}: a few questions for you`,
    body: [
      `${clinic} would like to know how you are. It takes a few minutes.`,
      `Open it here: ${url}`,
      `The link is only for you and works for ${days === 1 ? '1 day' : `${days} days`}. Please do not pass it on.`,
      'This is not for emergencies. If you are in danger or in crisis, call or text 988, or call 911.',
    ].join(channel === 'sms' ? '\n' : '\n\n'),
  }),

  /** To somebody who did not answer the last time: no reproach, and a way that is not the phone. */
  questionsAgain: (channel: 'mail' | 'sms', clinic: string, url: string, days: number) => ({
    subject: `${clinic} is thinking of you`,
    body: [
      'You did not answer our last questions. That is all right. There may be a good reason.',
      `If you like, you can answer now. One question is better than none: ${url}`,
      `The link is only for you and works for ${days === 1 ? '1 day' : `${days} days`}. If you would rather talk, or not be asked any more, call ${clinic}.`,
      'This is not for emergencies. If you are in danger or in crisis, call or text 988, or call 911.',
    ].join(channel === 'sms' ? '\n' : '\n\n'),
  }),

  /** To somebody who did not answer several times: asked seldom from now on, and a way to be left alone. */
  questionsSeldom: (channel: 'mail' | 'sms', clinic: string, url: string, days: number) => ({
    subject: `${clinic}: whenever you like`,
    body: [
      'We have asked a few times, and you do not have to answer. From now on we ask only once a month.',
      `If today is a good day for it: ${url}`,
      `The link is only for you and works for ${days === 1 ? '1 day' : `${days} days`}. There you can choose another time of day, or not to be asked. You can also just call ${clinic}.`,
      'This is not for emergencies. If you are in danger or in crisis, call or text 988, or call 911.',
    ].join(channel === 'sms' ? '\n' : '\n\n'),
  }),

  /** On the day of a visit, before it. */
  beforeVisit: (channel: 'mail' | 'sms', clinic: string, url: string) => ({
    subject: `${clinic}: a few questions for today`,
    body: [
      `${clinic} has a few questions for you before you come today. It takes a few minutes.`,
      `Open it here: ${url}`,
      'The link is only for you and works until your visit has begun. Please do not pass it on.',
      'This is not for emergencies. If you are in danger or in crisis, call or text 988, or call 911.',
    ].join(channel === 'sms' ? '\n' : '\n\n'),
  }),

  /** The only answer by itself to a text that may speak of suicide or self-harm. */
  crisis: (clinic: string) => ({
    subject: clinic,
    body: 'No one reads these texts right away. Please call or text 988 now, at any time. If your life is in danger, call 911.',
  }),

  ownCourse: (channel: 'mail' | 'sms', clinic: string, url: string, days: number) => ({
    subject: `${clinic}: a page for you`,
    body: [
      `${clinic} has a page for you. You can look at it as often as you like.`,
      `Open it here: ${url}`,
      `The link is only for you. It works for ${days} days. Please do not pass it on.`,
      'This is not for emergencies. If you are in danger or in crisis, call or text 988, or call 911.',
    ].join(channel === 'sms' ? '\n' : '\n\n'),
  }),

  intake: (channel: 'mail' | 'sms', clinic: string, url: string, days: number) => ({
    subject: `${clinic}: some questions before your visit`,
    body: [
      `${clinic} has some questions for you before your visit. You can stop and finish later.`,
      `Open it here: ${url}`,
      `The link is only for you. It works for ${days} days. Please do not pass it on.`,
      'This is not for emergencies. If you are in danger or in crisis, call or text 988, or call 911.',
    ].join(channel === 'sms' ? '\n' : '\n\n'),
  }),

  consent: (clinic: string, url: string, days: number) => ({
    subject: `${clinic}: something for you to read`,
    body: [
      `${clinic} has something for you to read and decide about. Take your time.`,
      `Open it here: ${url}`,
      `The link is only for you. It works for ${days} days. Please do not pass it on.`,
      'If you did not expect this, call the clinic.',
    ].join('\n\n'),
  }),

  request: (clinic: string, url: string) => ({
    subject: `${clinic}: something needs your attention`,
    body: `A request from the public page in Evenkeel is waiting for someone to read it now.\n\nOpen it here: ${url}`,
  }),
  alert: (clinic: string, url: string) => ({
    subject: `${clinic}: something needs your attention`,
    body: `An alert in Evenkeel is waiting for someone to review it.\n\nOpen it here: ${url}`,
  }),
} as const
