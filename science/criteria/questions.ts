import type { Measure } from '../plausibility.ts'
import { ChildPugh, type EvaluationFact, Pregnancy } from './facts.ts'

/** How a fact is asked for. Every question can also stay open; none has an answer chosen beforehand. */
export type Question = { ask: string } & (
  | { kind: 'yes or no' }
  | { kind: 'measure'; measure: Measure }
  | { kind: 'count'; from: number; to: number; unit?: string }
  | { kind: 'choice'; choices: readonly string[] }
  /** Taken from elsewhere in the record, not typed here. */
  | { kind: 'derived'; from: string }
)

const yesOrNo = (ask: string): Question => ({ kind: 'yes or no', ask })

/** One question for every fact that the criteria look at. */
export const evaluationQuestions: Readonly<Record<EvaluationFact, Question>> = {
  age: { kind: 'derived', ask: 'Age', from: 'date of birth' },
  systolic: { kind: 'measure', ask: 'Systolic blood pressure', measure: 'systolic' },
  diastolic: { kind: 'measure', ask: 'Diastolic blood pressure', measure: 'diastolic' },
  pressureRiseHazard: yesOrNo('Would a rise in blood pressure be a serious hazard?'),
  poorlyControlledHeartDisease: yesOrNo(
    'Unstable angina, decompensated heart failure, significant valve disease or uncontrolled arrhythmia?',
  ),
  cardiovascularEventWithin6Weeks: yesOrNo('Heart attack or other cardiovascular event in the last 6 weeks?'),
  currentPsychosis: yesOrNo('Current psychotic symptoms?'),
  pastPsychosis: yesOrNo('History of psychosis?'),
  severePersonalityDisorder: yesOrNo('Severe personality disorder?'),
  activeSubstanceUseDisorder: yesOrNo('Active, untreated moderate or severe substance use disorder?'),
  ketamineMisuse: yesOrNo('Current ketamine misuse or use disorder?'),
  intoxicatedToday: yesOrNo('Alcohol today, or intoxication?'),
  childPugh: { kind: 'choice', ask: 'Child-Pugh class', choices: ChildPugh.options },
  liverTestTimesLimit: {
    kind: 'measure',
    ask: 'Highest liver test, multiple of its upper limit of normal',
    measure: 'liverTestTimesLimit',
  },
  risingAlpOrGgt: yesOrNo('ALP or GGT rising on treatment?'),
  dialysis: yesOrNo('On dialysis?'),
  egfr: { kind: 'measure', ask: 'eGFR', measure: 'egfr' },
  pregnancy: { kind: 'choice', ask: 'Pregnancy', choices: Pregnancy.options },
  breastfeeding: yesOrNo('Breastfeeding?'),
  eyePressureRisk: yesOrNo('Raised intraocular pressure, angle-closure glaucoma or recent eye surgery?'),
  untreatedHyperthyroidism: yesOrNo('Untreated hyperthyroidism?'),
  needsHospitalCare: yesOrNo('An unstable condition that needs hospital care?'),
  asaClass: { kind: 'count', ask: 'ASA class', from: 1, to: 6 },
  aneurysmOrMalformation: yesOrNo('Aneurysm of any vessel, or an arteriovenous malformation?'),
  intracerebralHaemorrhage: yesOrNo('History of intracerebral hemorrhage?'),
  ketamineHypersensitivity: yesOrNo('Hypersensitivity to ketamine, esketamine or an excipient?'),
  raisedIntracranialPressure: yesOrNo(
    'Raised intracranial pressure, intracranial mass, hydrocephalus or recent head injury?',
  ),
  strokeOrHypertensiveEncephalopathy: yesOrNo('History of stroke, TIA or hypertensive encephalopathy?'),
  respiratoryInsufficiency: yesOrNo('Significant respiratory insufficiency or severe COPD?'),
  sleepApnoea: yesOrNo('Obstructive sleep apnea?'),
  stopBang: { kind: 'count', ask: 'STOP-BANG score', from: 0, to: 8 },
  blockedNose: yesOrNo('Cold, nasal obstruction or recent nasal surgery?'),
  currentManiaOrMixed: yesOrNo('Current mania or mixed features?'),
  deliriumOrMajorNeurocognitive: yesOrNo('Delirium or a major neurocognitive disorder?'),
  uncontrolledSeizures: yesOrNo('Uncontrolled seizures?'),
  unexplainedUrinarySymptoms: yesOrNo('Interstitial cystitis, or unexplained urinary symptoms?'),
  acutePorphyria: yesOrNo('Acute porphyria?'),
  phaeochromocytoma: yesOrNo('Pheochromocytoma?'),
  suicideScreen: { kind: 'derived', ask: 'Suicide screen', from: 'ASQ' },
  needsHigherLevelOfCare: yesOrNo('Is a higher level of care needed for suicide risk?'),
  otherKetaminePrescriber: yesOrNo('Ketamine or esketamine from another prescriber?'),
  opioidUseDisorderHistory: yesOrNo('History of opioid use disorder?'),
  capacityInDoubt: yesOrNo('Is capacity to consent in doubt?'),
  remsEnrolled: yesOrNo('Enrolled in the Spravato REMS?'),
  settingCertified: yesOrNo('Is this setting certified for Spravato?'),
  prescriberOnSite: yesOrNo('Is a prescriber on site?'),
  escortNamed: { kind: 'derived', ask: 'Adult for the ride home', from: 'escort' },
  minutesSinceFood: { kind: 'count', ask: 'Time since food', from: 0, to: 4320, unit: 'min' },
  minutesSinceDrink: { kind: 'count', ask: 'Time since a drink', from: 0, to: 4320, unit: 'min' },
  otherSedationToday: yesOrNo('ECT, another sedation or an anesthetic today?'),
}

/** The questions that the given rules need, in the order of the rules, each once. */
export const questionsFor = (
  rules: readonly { needs: readonly EvaluationFact[]; section?: string }[],
): { fact: EvaluationFact; section: string | undefined; question: Question }[] => {
  const first = new Map<EvaluationFact, string | undefined>()
  for (const { needs, section } of rules) for (const fact of needs) if (!first.has(fact)) first.set(fact, section)
  return [...first].map(([fact, section]) => ({ fact, section, question: evaluationQuestions[fact] }))
}
