import type { OrderEvent } from '../../../clinic/accounts/settings/standing-orders.ts'
import { counted } from '../words.ts'

/** The session room and the board beside what a session itself says: who watches whom. */
export const roomWords = {
  saved: {
    asOf: (time: string) => `What the clinic had at ${time}. What others have entered since then is not shown yet.`,
    onlyInMemory: 'This browser cannot store entries. Keep this page open until they have reached the clinic.',
    mayReload:
      'Keep working: entries are kept on this tablet, even if the page is closed, and are sent to the clinic automatically.',
    mayNotReload:
      'Keep working: entries are kept on this tablet. Do not close or reload this page; without a secure address (https), it will not open again until the clinic can be reached.',
  },

  watching: {
    title: 'Who is monitoring whom',
    watches: (name: string, count: number) => `${name} is monitoring ${count}`,
    ofLimit: (name: string, count: number, limit: number) => `${name} is monitoring ${count} (limit ${limit})`,
    beyond: (count: number, limit: number) => `${count - limit} more than this clinic allows one person`,
    nobody: 'No one is being monitored now.',
    notSet: 'Maximum patients per person: not set by this clinic.',
    limit: (limit: number) => `This clinic allows at most ${counted(limit, 'patient')} per person at once.`,
    reason: 'Why more patients at once than the clinic allows',
    notKnown: 'How many patients each person is monitoring is not known now.',
  },

  alarms: {
    title: 'Alarms',
    emergency: 'Emergency',
    attention: 'Attention',
    more: (count: number) => `and ${count} more`,
    aloud: (room: string, severity: string, says: string | undefined, more: number) =>
      `${room}: ${severity}. ${says ?? 'Observations are overdue.'}${more > 0 ? ` And ${more} more.` : ''}`,
    noneThen: (time: string) => `Alarms are not known now. None at ${time}.`,
    none: 'No alarms now. Evenkeel sees only what was entered: watch the patients.',
    soundOn: 'Sound is on for this display',
    soundOff: 'Sound is off for this display',
    switchOn: 'Turn sound on',
    silence: (minutes: number) => `Silence for ${minutes} min`,
    silenced: (name: string, until: string) => `Silenced by ${name} until ${until}; a new alarm sounds at once`,
    setting: 'Board alarms may be silenced for',
  },

  orders: {
    title: 'Standing orders',
    help: 'What your staff do when something happens in a session, in your clinic’s own words. Shown word for word beside the alert; Evenkeel adds nothing and suggests no dose.',
    of: (event: string) => `This clinic’s standing order: ${event.charAt(0).toLowerCase()}${event.slice(1)}`,
    none: 'This clinic has not written one.',
    save: 'Save standing orders',
    saved: 'Saved.',
    events: {
      highPressure: 'High blood pressure without symptoms, or that stays high',
      crisis:
        'Crisis symptoms, whatever the pressure: chest pain, shortness of breath, signs of a stroke, or a seizure',
      lowPressureOrRate: 'Low blood pressure, or a heart rate that is too fast, too slow or irregular',
      sedationOrBreathing: 'Deep sedation, low oxygen or slow breathing',
      panic: 'Panic, agitation or a very distressing experience',
      nausea: 'Nausea and vomiting',
      headache: 'Headache',
      airway: 'Laryngospasm, or excessive saliva',
      allergy: 'Allergic reaction',
      psychosisOrSuicide: 'Psychosis or mania that persists, or new suicidal thoughts',
      bladderOrLiver: 'Bladder symptoms, yellow skin or dark urine',
    } satisfies Record<OrderEvent, string>,
  },

  sheet: {
    title: 'Paper sheet',
    of: (protocol: string) => `Monitoring sheet: ${protocol}`,
    patient: 'Patient',
    day: 'Day',
    place: 'Location',
    dose: 'Given',
    watcher: 'Monitored by',
    who: (name: string, number: number, born: string) => `${name}, chart no. ${number}, born ${born}`,
    where: (clinic: string, room: string, responsible: string) => `${clinic}, ${room}, ${responsible}`,
    columns: ['Due', 'Taken', 'BP mmHg', 'HR', 'SpO2 %', 'RR', 'MOAA/S', 'Dissociation', 'Nausea', 'By'],
    after: (minutes: number, running: boolean) => (running ? `running, ${minutes} min` : `+${minutes} min`),
    besides: 'What else happened',
    limits: 'When to call a clinician, or start the emergency plan',
    leaving: 'Before anyone leaves: each of these, and a clinician’s name',
    plan: 'In an emergency:',
    filledTo: (moment: string) =>
      `Filled in by Evenkeel up to ${moment}. Anything handwritten below is not in Evenkeel yet.`,
    empty: 'Minutes count from the dose or, for an infusion, from its end. Write down the time of the dose.',
    enterLater: 'Later, enter what is written here with the time it was taken; both times are kept.',
    emptyTitle: 'Blank paper sheets',
    emptyHelp: 'One for each route, with your clinic’s own times. Print them ahead of time and keep them in the room.',
    print: 'Paper sheet',
  },

  leaflet: {
    title: 'Instructions',
    print: 'Print instructions',
    forWhom: (name: string) => `For ${name}`,
    parts: {
      before: 'Before your session',
      after: 'After your session',
      getHelp: 'When to get help',
    },
    phone: (clinic: string, phone: string | null) =>
      phone ? `${clinic}: ${phone}` : `${clinic}: ask for the number to call, and write it here.`,
    ride: (name: string) => `${name} is taking you home.`,
    stale: (day: string) => `This may be out of date. It was due to be checked by ${day}.`,
    sources: 'Where this comes from',
  },

  protocol: {
    steps: 'What the protocol requires before the dose',
    times: 'Where these times come from',
    time: (minutes: number, running: boolean, why: string, what: string) =>
      `${running ? `${minutes} min after the start` : `${minutes} min after the dose`}: ${why}. ${what}.`,
    every: (minutes: number, what: string) => `Then every ${minutes} min until release. ${what}.`,
  },

  billable: {
    heading: 'Times from the log',
    infusion: (from: string, until: string, minutes: number) =>
      `Infusion from ${from} to ${until}, running ${minutes} min.`,
    observation: (from: string, until: string, minutes: number) =>
      `Observed after the drug from ${from} to ${until}, ${minutes} min.`,
    responsible: (name: string, from: string, until: string, minutes: number) =>
      `${name} was responsible from ${from} to ${until}, ${minutes} min.`,
    entered: (name: string, first: string, last: string, entries: number) =>
      `${name} made ${counted(entries, 'entry', 'entries')} about ${first} to ${last}.`,
  },
} as const
