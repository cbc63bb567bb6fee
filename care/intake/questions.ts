import type { Field, For, Question } from './question.ts'

const yesOrNo = (is: For, more: Pick<Question, 'unless' | 'after'> = {}) =>
  ({ kind: 'yes or no', for: is, ...more }) as const satisfies Question
const words = (is: For, more: Pick<Question, 'after'> = {}) => ({ kind: 'words', for: is, ...more }) as const
const choice = (options: readonly string[], is: For) => ({ kind: 'choice', options, for: is }) as const
const list = (is: For, fields: readonly [Field, ...Field[]], most = 60) =>
  ({ kind: 'list', for: is, fields, most }) as const

/** The same question as the evaluation's: yes is true and no is false there. */
const fact = <Fact extends Extract<For, { fact: unknown }>['fact']>(name: Fact) =>
  yesOrNo({ fact: name, yes: true, no: false })
const beside = <Fact extends Extract<For, { beside: unknown }>['beside']>(name: Fact) => yesOrNo({ beside: name })
const text = (field: string): Field => ({ field, kind: 'words' })
const phone: Field = { field: 'phone', kind: 'phone' }

/**
 * What a patient is asked before the visit, part by part; the words stand in web/words/en/intake.ts. What a clinician
 * has to see for themselves (a mental state, a measurement) is asked to be talked about, beside the clinician's own
 * question, and never becomes an answer there by itself.
 */
export const parts = {
  you: {
    goals: words('talk'),
    story: words({ beside: 'history' }),
    suicideThoughts: beside('needsHigherLevelOfCare'),
  },
  tried: {
    tried: list({ list: 'trial' }, [
      text('medicine'),
      text('perDay'),
      { field: 'weeks', kind: 'weeks' },
      { field: 'result', options: ['helped a lot', 'helped some', 'did not help', 'made it worse', 'not sure'] },
      text('whyStopped'),
    ]),
    otherTreatments: words({ beside: 'earlierTreatments' }),
    hadKetamine: beside('ketamineMisuse'),
    otherKetaminePrescriber: fact('otherKetaminePrescriber'),
  },
  medicines: {
    medicines: list({ list: 'medicine', none: 'medicine' }, [text('name'), text('dose'), text('often'), text('since')]),
    pastMedicines: list('talk', [text('name'), text('stopped'), text('why')]),
    ketamineReaction: fact('ketamineHypersensitivity'),
    allergies: list({ list: 'allergy', none: 'allergy' }, [text('substance'), text('reaction')]),
  },
  mind: {
    hearsOrSees: beside('currentPsychosis'),
    pastPsychosis: fact('pastPsychosis'),
    muchEnergy: beside('currentManiaOrMixed'),
    bipolar: beside('currentManiaOrMixed'),
    personality: beside('severePersonalityDisorder'),
    memory: beside('deliriumOrMajorNeurocognitive'),
  },
  heart: {
    highBloodPressure: beside('pressureRiseHazard'),
    heartTrouble: beside('poorlyControlledHeartDisease'),
    recentHeartEvent: fact('cardiovascularEventWithin6Weeks'),
    aneurysm: fact('aneurysmOrMalformation'),
    brainBleed: fact('intracerebralHaemorrhage'),
    stroke: fact('strokeOrHypertensiveEncephalopathy'),
    headPressure: fact('raisedIntracranialPressure'),
    seizures: fact('uncontrolledSeizures'),
  },
  body: {
    weight: { kind: 'amount', measure: 'weight', for: { beside: 'weight' } },
    height: { kind: 'amount', measure: 'height', for: { beside: 'height' } },
    eyes: fact('eyePressureRisk'),
    thyroid: fact('untreatedHyperthyroidism'),
    liver: beside('childPugh'),
    kidneys: beside('egfr'),
    dialysis: fact('dialysis'),
    porphyria: fact('acutePorphyria'),
    adrenalTumor: fact('phaeochromocytoma'),
    hospital: beside('needsHospitalCare'),
    conditions: list({ list: 'problem' }, [text('words'), text('since')]),
  },
  sleep: {
    lungs: fact('respiratoryInsufficiency'),
    sleepApnea: fact('sleepApnoea'),
    snores: beside('stopBang'),
    stopsBreathing: beside('stopBang'),
    tired: beside('stopBang'),
    nose: fact('blockedNose'),
  },
  bladder: { bladder: fact('unexplainedUrinarySymptoms'), urineBlood: beside('unexplainedUrinarySymptoms') },
  substances: {
    alcohol: choice(['never', 'once a month or less', 'a few times a month', 'a few times a week', 'every day'], {
      beside: 'activeSubstanceUseDisorder',
    }),
    cannabis: beside('activeSubstanceUseDisorder'),
    otherDrugs: beside('activeSubstanceUseDisorder'),
    whichDrugs: words({ beside: 'activeSubstanceUseDisorder' }, { after: 'otherDrugs' }),
    troubleStopping: beside('activeSubstanceUseDisorder'),
    ketamineMisuse: fact('ketamineMisuse'),
    opioids: fact('opioidUseDisorderHistory'),
    tobacco: yesOrNo('talk'),
  },
  pregnancy: {
    canBecomePregnant: yesOrNo({ fact: 'pregnancy', no: 'cannot become pregnant' }),
    pregnant: yesOrNo({ fact: 'pregnancy', yes: 'pregnant' }, { unless: { question: 'canBecomePregnant', is: false } }),
    lastPeriod: {
      kind: 'words',
      for: { beside: 'pregnancy' },
      unless: { question: 'canBecomePregnant', is: false },
    },
    breastfeeding: fact('breastfeeding'),
  },
  family: {
    familyDepression: yesOrNo('talk'),
    familyBipolar: yesOrNo('talk'),
    familyPsychosis: yesOrNo('talk'),
    familySuicide: yesOrNo('talk'),
    familyAddiction: yesOrNo('talk'),
    familyHeart: yesOrNo('talk'),
    familyMore: words('talk'),
  },
  practical: {
    therapist: list('talk', [text('name'), phone], 3),
    coverage: list({ list: 'coverage' }, [text('payer'), text('plan'), text('memberId'), text('holder')], 3),
    escort: list({ list: 'contact' }, [text('name'), phone, text('relation')], 3),
    matters: words('talk'),
  },
} as const satisfies Record<string, Record<string, Question>>

export type Part = keyof typeof parts
export type Asked = { [P in Part]: keyof (typeof parts)[P] & string }[Part]

export const partNames = Object.keys(parts) as [Part, ...Part[]]
export const questions = Object.assign({}, ...Object.values(parts)) as Record<Asked, Question>

export const questionsOf = (part: Part): Asked[] => Object.keys(parts[part]) as Asked[]

/**
 * Facts of the criteria that nobody asks a patient about, and why. Every other one is asked, as itself or to be talked
 * about; a test holds the two together.
 */
export const notAsked: Readonly<Record<string, string>> = {
  age: 'from the date of birth',
  systolic: 'measured at the clinic',
  diastolic: 'measured at the clinic',
  intoxicatedToday: 'asked on the day',
  liverTestTimesLimit: 'a laboratory says it',
  risingAlpOrGgt: 'a laboratory says it',
  asaClass: 'a clinician judges it',
  suicideScreen: 'asked by a clinician, whole and as it is written',
  capacityInDoubt: 'a clinician judges it',
  remsEnrolled: 'from the enrolment',
  settingCertified: 'about the clinic',
  prescriberOnSite: 'about the clinic',
  escortNamed: 'from the session; who could come is asked under escort',
  minutesSinceFood: 'asked on the day',
  minutesSinceDrink: 'asked on the day',
  otherSedationToday: 'asked on the day',
}
