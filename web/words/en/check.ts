/** The self-check on the public pages. About 8th grade; its questions are those before a visit (intake.ts). */
export const checkWords = {
  title: 'Check for yourself',
  lead: 'A few questions about things that may speak against ketamine. It takes about five minutes.',
  private: 'Nothing is stored and nobody is told. Your answers are gone when you close the page.',
  notDecides:
    'This is not a test that you pass or fail. It cannot tell if ketamine is right for you. A clinician decides that with you.',
  first: 'First, one thing',
  start: 'Go on',
  rest: 'Answer what you can. “Not sure” is a good answer, and you can leave any open.',
  adult: 'Are you 18 or older?',
  yes: 'Yes',
  no: 'No',
  notSure: 'Not sure',
  show: 'Show what it means',
  askWith: 'Ask for an evaluation, with my answers at hand',
  askWithSays: 'The form shows you what would be sent along. It is kept only if you tick so there.',
  help: {
    title: 'Please get help now',
    says: 'You do not have to go on here. Call or text 988 now, day or night. If you may hurt yourself or are in danger, call 911.',
    call: 'Call 988',
    text: 'Text 988',
    emergency: 'Call 911',
    after: 'When you feel up to it, you can still ask us for an evaluation.',
  },
  result: {
    talk: 'Talk with us first about these',
    talkSays:
      'You said yes. Each of these may matter, and a clinician looks at it before anything else. It does not mean no.',
    ask: 'Find out or bring up',
    askSays: 'You were not sure.',
    open: 'Left open',
    openSays: 'You did not answer these. We know nothing about them.',
    worth: 'An evaluation may be worth it',
    worthSays: 'You said no to all of them. There is more to look at, and only a clinician can do that with you.',
    worthAnyway: 'An evaluation may still be worth it: it is where these things are looked at.',
    young:
      'You are not 18 yet, or not sure. These pages and the spray are for grown-ups. Please talk with your own doctor, and with somebody you trust.',
    from: (ids: string, source: string) => `Rule ${ids}. Source: ${source}`,
    again: 'Start over',
  },
} as const
