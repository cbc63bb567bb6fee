import type { LearnRoute } from '../../../care/learn/examples.ts'

const span = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`)
const minutes = (low: number, high: number): string =>
  `${span(String(low), String(high))} ${high === 1 ? 'minute' : 'minutes'}`

const routes: Record<LearnRoute, string> = {
  'iv-infusion': 'Drip into a vein (IV)',
  im: 'Shot into a muscle (IM)',
  lozenge: 'Lozenge held in the mouth',
  'nasal-esketamine': 'Esketamine nasal spray',
}

/** What the public page about the four routes says. About 8th grade; nothing grades, promises or advises a dose. */
export const learnWords = {
  title: 'How ketamine comes and goes',
  intro:
    'There are four common ways to get ketamine at a clinic. This page shows how much of it is usually in the blood over the first four hours, and how much that differs from person to person.',
  notYou:
    'This is a picture of people in general, worked out by a computer from published studies. It is not about you. It does not show how strong a dose is, how you will feel, or when you can go home. Your care team decides those things with you.',
  routes,
  short: {
    'iv-infusion': 'Drip',
    im: 'Shot',
    lozenge: 'Lozenge',
    'nasal-esketamine': 'Spray',
  } satisfies Record<LearnRoute, string>,
  given: {
    'iv-infusion': 'The drip runs for 40 minutes.',
    im: 'One shot at the start.',
    lozenge: 'One lozenge at the start. Part of it is swallowed.',
    'nasal-esketamine': 'Three spray devices, 5 minutes apart.',
  } satisfies Record<LearnRoute, string>,
  blood: {
    title: 'How much is in the blood',
    how: 'Each line shows the middle person of 1,000 made-up people. The shaded part holds 90 of every 100 of them. 100% means the highest level that each person reaches, so the four pictures cannot be compared for strength. A mark on the bottom line shows when the medicine is given.',
    most: 'Each person’s own highest level = 100%',
    peak: ([low, middle, high]: readonly [number, number, number]) =>
      low === high
        ? `The level is highest after ${minutes(middle, middle)}.`
        : `The level is highest after about ${minutes(middle, middle)} (${minutes(low, high)} for 90 of 100 people).`,
    after: (hours: number, [low, middle, high]: readonly [number, number, number]) =>
      `After ${hours} hours about ${middle}% is left (${span(String(low), String(high))}%).`,
  },
  axis: {
    hour: (hour: number) => (hour === 0 ? 'Start' : hour === 4 ? '4 h' : `${hour} h`),
    half: '50%',
    all: '100%',
  },
  felt: {
    title: 'What people usually notice',
    how: 'This part does not come from the blood levels above. It comes from what studies and clinicians have seen. Many people feel it earlier, later, longer or not at all.',
    noticeable: 'Starts',
    strongest: 'Strongest',
    settled: 'Usually fades out',
    says: (noticeable: string, strongest: string, settled: string) =>
      `Starts after ${noticeable}. Strongest at ${strongest}. Usually fades out by ${settled}.`,
    minutes,
    fromStudies: 'From published studies.',
    judged:
      'Partly our judgment: these times mix published studies with a computer model. Two clinicians still have to check them.',
    basis: {
      'iv-infusion':
        'For a drip of 40 minutes. One study saw blood pressure back where it was within 90 minutes of its end.',
      im: 'The end is remembered, not read in a study. Trust it the least.',
      lozenge: 'Wide, because a film held in the mouth was felt for 2 to 6 hours in one study.',
      'nasal-esketamine':
        'In one report, at least 90 of 100 people were ready to leave after 90 minutes. A few more were ready after 2 hours.',
    } satisfies Record<LearnRoute, string>,
    caveats: [
      'The place you are in, and being used to the medicine, matter as much as the level.',
      'The same level feels different to different people.',
      'A stronger or longer effect is not a better treatment.',
      'Fading out does not mean that you can drive or go home. Your care team checks that.',
    ],
  },
  table: {
    title: 'The same as numbers',
    show: 'Show the numbers as a table',
    caption:
      'Percent of each person’s own highest level: the middle person, and below it the range for 90 of 100 people',
    time: 'Minutes',
    range: (low: string, high: string) => `${low}–${high}`,
  },
  uncertain: {
    title: 'What we do not know well',
    lead: 'A model is never the same as a person. These are its known weak points.',
    /** One for every limit that belongs to one of the four routes (science/pharmacokinetics/published/limits.ts). */
    limits: {
      'im-height':
        'Shot: we found no published model for adults. The one measurement we know of was almost twice as high as what this model gives, and nobody here could read that study again. When the peak comes was put into the model by us.',
      'oral-height':
        'Swallowed ketamine: this model gives far too little, a third to a half of what older studies measured. Newer and older studies do not agree. Part of every lozenge and every spray is swallowed.',
      'lozenge-absorbed':
        'Lozenge (under the tongue): this model lets too much into the blood, 39% where four studies found 24 to 32%. It does not know how long a lozenge is held in the mouth.',
      'iv-height':
        'Drip: the peak in this model is a bit lower than three studies measured. It cannot show a quick injection by hand.',
      'nasal-device': 'Spray: this is only for the esketamine device. Other ketamine sprays can act very differently.',
      'one-drug':
        'Ketamine is a mix of two mirror forms. This model treats both the same. Esketamine is one of the two.',
      vein: 'These are levels in a vein of the arm. In an artery, and so in the brain, the early levels are much higher.',
      'not-the-effect':
        'A level is not a feeling. People adapt during a session, and how mood changes later does not follow this curve.',
      who: 'The model does not cover children, pregnancy, liver disease, or medicines and grapefruit juice that slow down how the body breaks down ketamine.',
    },
  },
  sources: {
    title: 'Where this comes from',
    models: 'The models',
    examples: 'The doses of the pictures are those of published studies',
    felt: 'What people notice',
    statuses: {
      verified: 'read in a copy of the source',
      secondary: 'read in someone else’s copy of the numbers, not in the paper itself',
      memory: 'from memory, not checked',
      derived: 'worked out from other numbers',
      assumption: 'our own assumption',
    },
    review: (day: string) => `All of these numbers are due for another look by ${day}.`,
  },
  choose: {
    title: 'Look closer',
    loading: 'Getting the 1,000 made-up people…',
    routes: 'Show',
    minute: 'Read the values at a time',
    width: 'How many of 100 people the shading holds',
    failed:
      'The part you can change could not be loaded. The pictures and the numbers on this page are complete without it.',
  },
} as const

/** What the moving part of that page says; apart, because only these few words travel with its script. */
export const learnReading = {
  minute: (minute: number): string =>
    minute === 0
      ? 'At the start'
      : `${Math.floor(minute / 60)} h ${String(minute % 60).padStart(2, '0')} min after the start`,
  people: (percent: number): string => `${percent} of 100`,
  value: (low: number, middle: number, high: number): string => `${middle}% (${span(String(low), String(high))}%)`,
}
