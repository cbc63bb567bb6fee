import type { OrderEvent } from '../../../clinic/accounts/settings/standing-orders.ts'
import { counted } from '../words.ts'

/** The session room and the board beside what a session itself says: who watches whom. */
export const roomWords = {
  saved: {
    asOf: (time: string) => `What the clinic had at ${time}. What others entered since then is not here yet.`,
    onlyInMemory: 'This browser cannot write entries down. Keep this page open until they are at the clinic.',
    mayReload:
      'Go on: entries are kept on this tablet, also when the page is closed, and go to the clinic by themselves.',
    mayNotReload:
      'Go on: entries are kept on this tablet. Do not close or reload this page; without a secure address (https) it does not open again until the clinic is reached.',
  },

  watching: {
    title: 'Who watches whom',
    watches: (name: string, count: number) => `${name} watches ${count}`,
    ofLimit: (name: string, count: number, limit: number) => `${name} watches ${count} of at most ${limit}`,
    beyond: (count: number, limit: number) => `${count - limit} more than this clinic allows one person`,
    nobody: 'Nobody is watched at this moment.',
    notSet: 'Most patients per person: not set by this clinic.',
    limit: (limit: number) => `This clinic allows one person at most ${counted(limit, 'patient')} at once.`,
    reason: 'Why more patients at once than the clinic allows',
    notKnown: 'How many patients each person watches is not known at this moment.',
  },

  alarms: {
    title: 'Alarms',
    emergency: 'Emergency',
    attention: 'Attention',
    more: (count: number) => `and ${count} more`,
    noneThen: (time: string) => `Alarms are not known now. None at ${time}.`,
    none: 'No alarm at this moment. Evenkeel sees only what was entered: watch the patients.',
    soundOn: 'Sound is on at this display',
    soundOff: 'Sound is off at this display',
    switchOn: 'Switch sound on',
    silence: (minutes: number) => `Silence for ${minutes} min`,
    silenced: (name: string, until: string) => `Silenced by ${name} until ${until}; a new alarm sounds at once`,
    setting: 'The board may be silenced for',
  },

  orders: {
    title: 'Standing orders',
    help: 'What your staff do when something happens in a session, in your clinic’s own words. Shown word for word beside the alert; Evenkeel adds nothing and suggests no dose.',
    of: (event: string) => `This clinic’s standing order: ${event.charAt(0).toLowerCase()}${event.slice(1)}`,
    none: 'Not written by this clinic.',
    save: 'Save standing orders',
    saved: 'Saved.',
    events: {
      highPressure: 'High blood pressure without symptoms, or one that stays high',
      crisis: 'Blood pressure with chest pain, breathlessness, signs of a stroke or a seizure',
      lowPressureOrRate: 'Low blood pressure, or a heart rate that is too fast, too slow or irregular',
      sedationOrBreathing: 'Deep sedation, low oxygen or slow breathing',
      panic: 'Panic, agitation or a very unpleasant experience',
      nausea: 'Nausea and vomiting',
      headache: 'Headache',
      airway: 'Spasm of the larynx, or much saliva',
      allergy: 'Allergic reaction',
      psychosisOrSuicide: 'Psychosis or mania that stays, or new thoughts of suicide',
      bladderOrLiver: 'Bladder symptoms, yellow skin or dark urine',
    } satisfies Record<OrderEvent, string>,
  },

  sheet: {
    title: 'Paper sheet',
    of: (protocol: string) => `Monitoring sheet: ${protocol}`,
    patient: 'Patient',
    place: 'Place',
    dose: 'Given',
    watcher: 'Watched by',
    who: (name: string, number: number, born: string) => `${name}, no. ${number}, born ${born}`,
    where: (clinic: string, room: string, responsible: string) => `${clinic}, ${room}, ${responsible}`,
    columns: ['Due', 'Taken', 'BP mmHg', 'HR', 'SpO2 %', 'Breaths', 'MOAA/S', 'Dissociation', 'Nausea', 'By'],
    after: (minutes: number, running: boolean) => (running ? `running, ${minutes} min` : `+${minutes} min`),
    besides: 'What happened besides',
    limits: 'When to call a clinician, or to start the emergency plan',
    leaving: 'Before anybody leaves: each of these, and a clinician’s name',
    plan: 'In an emergency:',
    filledTo: (moment: string) =>
      `Filled in by Evenkeel up to ${moment}. What is written by hand below that is not in Evenkeel yet.`,
    empty: 'Minutes count from the dose, after an infusion from its end. Write down the time of the dose.',
    enterLater: 'Enter what is written here later, with the time it was taken; both times are kept.',
    emptyTitle: 'Empty paper sheets',
    emptyHelp: 'One for each route, with your clinic’s own times. Print them ahead and keep them in the room.',
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
    ride: (name: string) => `${name} takes you home.`,
    stale: (day: string) => `This may be out of date. It was due to be checked by ${day}.`,
    sources: 'Where these sentences come from',
  },

  protocol: {
    steps: 'What the protocol asks before the dose',
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
