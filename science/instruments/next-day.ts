import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'
import type { Answers, Instrument } from './instrument.ts'
import { ownList, yesOrNo } from './own.ts'

const problems = ownList(
  {
    id: 'next-day',
    title: 'The day after',
    recall: 'since the session',
    stem: 'Since your session, did you have any of these?',
  },
  yesOrNo,
  {
    breathing: 'Trouble breathing, chest pain, a sudden very bad headache, a seizure, or weakness on one side',
    vomiting: 'Vomiting for more than 6 hours',
    confusion: 'Feeling confused, or that things are not real, today',
    fall: 'A fall or a blow to the head',
    highPressure: 'A very high blood pressure reading',
    urine: 'Burning, frequent or bloody urine',
    jaundice: 'Yellow eyes or dark urine',
    mania: 'A racing mood, or seeing or hearing things',
    cravings: 'Cravings for ketamine or another drug',
    drove: 'Did you drive before a full night’s sleep?',
  },
)

/** The next-day check on the patient's phone. The suicide questions are asked with `asqSinceLast` beside it. */
export const nextDay: Instrument = {
  ...problems,
  items: [
    {
      linkId: 'mood',
      text: 'Compared with before the session, how is your mood today?',
      answers: [
        { value: 'much better', text: 'Much better' },
        { value: 'better', text: 'A little better' },
        { value: 'same', text: 'The same' },
        { value: 'worse', text: 'A little worse' },
        { value: 'much worse', text: 'Much worse' },
      ],
      scored: false,
    },
    ...problems.items,
  ],
}

export type HelpLevel = 'call 911' | 'clinic now' | 'clinic within 24 hours' | 'next visit'
export type NextDayFlag = { linkId: string; level: HelpLevel; source: Source; reviewBy: Day }

const flagged: Readonly<Record<string, { on: readonly string[]; level: HelpLevel; source: Source }>> = {
  breathing: { on: ['yes'], level: 'call 911', source: register.spravatoLabelMemory },
  vomiting: { on: ['yes'], level: 'clinic now', source: policy('when to call the clinic') },
  confusion: { on: ['yes'], level: 'clinic now', source: policy('when to call the clinic') },
  fall: { on: ['yes'], level: 'clinic now', source: policy('when to call the clinic') },
  highPressure: { on: ['yes'], level: 'clinic now', source: policy('when to call the clinic') },
  mood: { on: ['much worse'], level: 'clinic now', source: policy('mood much worse the day after') },
  urine: { on: ['yes'], level: 'clinic within 24 hours', source: register.spravatoMonograph },
  jaundice: { on: ['yes'], level: 'clinic within 24 hours', source: register.ketamineLabelMemory },
  mania: { on: ['yes'], level: 'clinic within 24 hours', source: register.ketamineReactions },
  cravings: { on: ['yes'], level: 'clinic within 24 hours', source: policy('when to call the clinic') },
  drove: { on: ['yes'], level: 'next visit', source: register.spravatoLabel2019 },
}

const urgency: readonly HelpLevel[] = ['call 911', 'clinic now', 'clinic within 24 hours', 'next visit']

/** What the answers ask for, the most urgent first. Questions left open are listed by `unanswered`. */
export const nextDayFlags = (answers: Answers): NextDayFlag[] =>
  Object.entries(flagged)
    .filter(([linkId, { on }]) => on.includes(String(answers[linkId] ?? '')))
    .map(([linkId, { level, source }]) => ({
      linkId,
      level,
      source,
      reviewBy: source.status === 'policy' ? generalReview : labelReview,
    }))
    .sort((a, b) => urgency.indexOf(a.level) - urgency.indexOf(b.level))
