import { z } from 'zod'
import { required } from '../../clinic/records/typed.ts'
import { ChildPugh, Pregnancy } from '../../science/criteria/facts.ts'
import { type Measure, plausibility } from '../../science/plausibility.ts'
import { Day } from '../../science/time.ts'
import { episodeLengths, episodeSeverities } from '../../science/trials/staging.ts'
import { says } from '../../web/words/en/says/evaluation.ts'

/** How a question is answered. Every one may also be answered with null: not known. None has a default. */
export type Kind =
  | { kind: 'yes or no' }
  /** `examined`: null is said as "not examined", which is what a finding is until somebody enters it. */
  | { kind: 'choice'; options: readonly string[]; examined?: true }
  | { kind: 'measure'; measure: Measure }
  | { kind: 'score'; lowest: number; highest: number }
  /** `of` another answer: leaving it open is not counted as unanswered. */
  | { kind: 'words'; of?: string }
  /** A day that only some people have: leaving it open is not counted as unanswered. */
  | { kind: 'day' }

const yesOrNo: Kind = { kind: 'yes or no' }
const words: Kind = { kind: 'words' }
const measure = (name: Measure): Kind => ({ kind: 'measure', measure: name })
const choice = (options: readonly string[]): Kind => ({ kind: 'choice', options })

/** What a clinician looks at, each with room for their words. */
const examined = <Name extends string>(options: readonly string[], ...names: Name[]) =>
  Object.fromEntries(
    names.flatMap((name): [string, Kind][] => [
      [name, { kind: 'choice', options, examined: true }],
      [saidOf(name), { kind: 'words', of: name }],
    ]),
  ) as Record<Name | `${Name}Said`, Kind>

/** The words that belong to an examined finding. */
export const saidOf = <Name extends string>(name: Name): `${Name}Said` => `${name}Said`

/** A finding of an examination: what nobody entered was not examined. */
export const isExamined = (question: Kind): boolean => question.kind === 'choice' && question.examined === true

const noted = ['nothing of note', 'something of note']
/** What a person shows who can decide; an ability that is not shown is not one that is missing for good. */
export const abilities = ['understanding', 'appreciation', 'reasoning', 'expressingAChoice'] as const

/**
 * What an evaluation asks, section by section. A key that a rule of science/criteria needs is named as the rule names
 * it. The history is asked in full of everybody: what does not apply is answered with No, by a person.
 */
export const sections = {
  story: {
    diagnosis: words,
    history: words,
    psychiatricHistory: words,
    suicideHistory: words,
    earlierTreatments: words,
    medicalHistory: words,
    substanceHistory: words,
    familyHistory: words,
    socialHistory: words,
  },
  episode: {
    episodeLength: choice(episodeLengths),
    episodeSeverity: choice(episodeSeverities),
    augmentationInEpisode: yesOrNo,
    ectInEpisode: yesOrNo,
  },
  signs: {
    height: measure('height'),
    weight: measure('weight'),
    systolic: measure('systolic'),
    diastolic: measure('diastolic'),
    heartRate: measure('heartRate'),
    respiratoryRate: measure('respiratoryRate'),
    spo2: measure('spo2'),
    temperature: measure('temperature'),
  },
  examination: examined(noted, 'generalCondition', 'airway', 'heartSounds', 'lungs', 'abdomen', 'neurological'),
  mse: {
    ...examined(
      noted,
      'appearance',
      'behaviour',
      'speech',
      'mood',
      'affect',
      'thoughtProcess',
      'thoughtContent',
      'perception',
      'orientation',
      'attention',
      'memory',
      'insight',
      'judgement',
    ),
    mentalState: words,
  },
  heart: {
    pressureRiseHazard: yesOrNo,
    poorlyControlledHeartDisease: yesOrNo,
    cardiovascularEventWithin6Weeks: yesOrNo,
    aneurysmOrMalformation: yesOrNo,
    intracerebralHaemorrhage: yesOrNo,
    strokeOrHypertensiveEncephalopathy: yesOrNo,
    raisedIntracranialPressure: yesOrNo,
  },
  mind: {
    currentPsychosis: yesOrNo,
    pastPsychosis: yesOrNo,
    currentManiaOrMixed: yesOrNo,
    severePersonalityDisorder: yesOrNo,
    deliriumOrMajorNeurocognitive: yesOrNo,
    needsHigherLevelOfCare: yesOrNo,
  },
  capacity: { ...examined(['shown', 'not shown', 'not clear'], ...abilities), capacityInDoubt: yesOrNo },
  substances: {
    activeSubstanceUseDisorder: yesOrNo,
    ketamineMisuse: yesOrNo,
    opioidUseDisorderHistory: yesOrNo,
    otherKetaminePrescriber: yesOrNo,
  },
  body: {
    ketamineHypersensitivity: yesOrNo,
    respiratoryInsufficiency: yesOrNo,
    sleepApnoea: yesOrNo,
    blockedNose: yesOrNo,
    eyePressureRisk: yesOrNo,
    untreatedHyperthyroidism: yesOrNo,
    uncontrolledSeizures: yesOrNo,
    unexplainedUrinarySymptoms: yesOrNo,
    acutePorphyria: yesOrNo,
    phaeochromocytoma: yesOrNo,
    risingAlpOrGgt: yesOrNo,
    dialysis: yesOrNo,
    needsHospitalCare: yesOrNo,
  },
  tests: {
    liverTestTimesLimit: measure('liverTestTimesLimit'),
    egfr: measure('egfr'),
    stopBang: { kind: 'score', lowest: 0, highest: 8 },
    asaClass: { kind: 'score', lowest: 1, highest: 6 },
    childPugh: choice(ChildPugh.options),
  },
  pregnancy: { pregnancy: choice(Pregnancy.options), dueDate: { kind: 'day' }, breastfeeding: yesOrNo },
} as const satisfies Record<string, Record<string, Kind>>

export type Section = keyof typeof sections
export type Asked = { [S in Section]: keyof (typeof sections)[S] & string }[Section]

export const questions = Object.assign({}, ...Object.values(sections)) as Record<Asked, Kind>
export const Asked = z.enum(Object.keys(questions) as [Asked, ...Asked[]], {
  error: says.notAQuestion,
})

/** Parses an answer to one question; null is "not known after all". Whether a number can be is judged apart. */
export const answerTo = (key: Asked): z.ZodType<boolean | number | string | null> => {
  const question = questions[key]
  switch (question.kind) {
    case 'yes or no':
      return z.boolean({ error: says.yesOrNo }).nullable()
    case 'choice':
      return z.enum(question.options as [string, ...string[]], { error: says.choose }).nullable()
    case 'measure':
      return z.number({ error: says.mustBeNumber(plausibility[question.measure].name) }).nullable()
    case 'score':
      return z
        .number({ error: says.number })
        .int(says.wholeNumber)
        .min(question.lowest, says.lowest(question.lowest))
        .max(question.highest, says.highest(question.highest))
        .nullable()
    case 'day':
      return Day.nullable()
    case 'words':
      return required(says.text, 20_000).nullable()
  }
}
