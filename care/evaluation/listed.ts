import { current, type Row, type Standing } from '../../clinic/records/fact.ts'
import type { FactOf } from '../../clinic/records/kinds.ts'
import { isAfter } from '../../clinic/records/partial-date.ts'
import type { EvaluationFact } from '../../science/criteria/facts.ts'
import { isKnownCode } from '../../science/diagnoses/diagnoses.ts'
import { allergyTo } from '../../science/medicines/allergens.ts'
import type { MedicineList } from '../../science/medicines/taken.ts'
import type { Day } from '../../science/time.ts'
import type { Lists } from './basis.ts'

const pregnant = ['O', 'Z32.01', 'Z33', 'Z34', 'Z36', 'Z3A']

/** Whether a code says that somebody is or was pregnant; of a test, only that it was positive. */
export const saysPregnant = (code: string): boolean => pregnant.some((begin) => code.startsWith(begin))

/**
 * What the problem list says about the questions. `ever`: once it was there it is true, also when it is over. `active`:
 * true only as long as it is. `asks`: the code alone does not answer the question, so an answer older than the entry
 * does not count any more and the question is open again.
 * Codes as in clinical.md C1 and C2 and, for `asks`, from general knowledge of ICD-10-CM (science/diagnoses): clinic
 * policy. A problem whose code nobody here knows, or that has none, answers nothing; that it is new is said apart.
 */
type Reading = { fact: EvaluationFact; codes: readonly string[]; when: 'ever' | 'active' | 'asks' }

/** Of the substances: what ICD-10-CM calls F1x.15, F1x.25 and F1x.95. */
const bySubstance = ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'].flatMap((of) =>
  ['1', '2', '9'].map((use) => `${of}.${use}5`),
)
const psychosis = [
  ...['F2', 'F30.2', 'F31.2', 'F31.5', 'F31.64', 'F32.3', 'F33.3'],
  ...['F06.0', 'F06.2', 'F53.1', 'R44', ...bySubstance],
]
const bleeding = ['I60', 'I61', 'I62']
const vessels = ['I71', 'I67.1', 'I72', 'I79.0', 'Q28']
/** Vessels of which the code leaves open whether they are an aneurysm or a malformation as the label means them. */
const perhapsVessels = [
  'I25.3',
  'I25.4',
  'I28.0',
  'I28.1',
  'I67.0',
  'I67.5',
  'I77.0',
  'I77.3',
  'I77.7',
  'I77.81',
  'I78.0',
]
const heart = [
  ...['I05', 'I06', 'I07', 'I08', 'I09', 'I11', 'I13', 'I2', 'I3', 'I4', 'I50', 'I51', 'I52', 'I5A'],
  ...['R55', 'R57', 'Z86.74', 'Z86.79', 'Z95'],
]
const majorNeurocognitive = ['F01', 'F02', 'F03', 'F04', 'F05', 'G30', 'G31', 'R41']

export const readings: readonly Reading[] = [
  { fact: 'aneurysmOrMalformation', codes: vessels, when: 'active' },
  { fact: 'aneurysmOrMalformation', codes: [...perhapsVessels, 'Q27', 'Z86.79'], when: 'asks' },
  { fact: 'intracerebralHaemorrhage', codes: ['I61', 'I69.1'], when: 'ever' },
  { fact: 'intracerebralHaemorrhage', codes: ['I62.9', 'I68.0', 'I69.2', 'S06', 'Z86.79'], when: 'asks' },
  { fact: 'currentPsychosis', codes: psychosis, when: 'asks' },
  { fact: 'pastPsychosis', codes: [...psychosis, 'Z86.59'], when: 'asks' },
  {
    fact: 'activeSubstanceUseDisorder',
    codes: ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19', 'R11.16'],
    when: 'asks',
  },
  { fact: 'ketamineMisuse', codes: ['F16', 'F19'], when: 'asks' },
  { fact: 'opioidUseDisorderHistory', codes: ['F11.1', 'F11.2'], when: 'ever' },
  // Use, unspecified, is no disorder yet, and the category alone does not say.
  { fact: 'opioidUseDisorderHistory', codes: ['F11'], when: 'asks' },
  { fact: 'severePersonalityDisorder', codes: ['F60', 'F07.0'], when: 'asks' },
  { fact: 'currentManiaOrMixed', codes: ['F06.33', 'F06.34', 'F25.0', 'F30', 'F31'], when: 'asks' },
  { fact: 'deliriumOrMajorNeurocognitive', codes: [...majorNeurocognitive, 'F06.7', 'F09', 'G93.4'], when: 'asks' },
  {
    fact: 'capacityInDoubt',
    codes: [...majorNeurocognitive, 'F06.1', 'F06.7', 'F09', 'F7', 'G93.4'],
    when: 'asks',
  },
  { fact: 'needsHigherLevelOfCare', codes: ['R45.85', 'T14.91', 'F06.1'], when: 'asks' },
  {
    fact: 'pressureRiseHazard',
    codes: [
      ...['I1', 'I2', 'I42', 'I43', 'I50', 'I51.81', 'I66', 'I67', 'I68.0', 'I69', 'I77', 'I78.0', 'Z86.79'],
      ...bleeding,
      ...vessels,
    ],
    when: 'asks',
  },
  { fact: 'poorlyControlledHeartDisease', codes: heart, when: 'asks' },
  {
    fact: 'cardiovascularEventWithin6Weeks',
    codes: [
      ...['I20', 'I21', 'I22', 'I23', 'I24', 'I26', 'I46', 'I5A', 'I51.81', 'I63', 'I74', 'G45', 'G46'],
      ...['R57', 'Z86.73', 'Z86.74', 'Z95', ...bleeding],
    ],
    when: 'asks',
  },
  { fact: 'strokeOrHypertensiveEncephalopathy', codes: ['I63', 'I67.4', 'I69.3', 'Z86.73'], when: 'ever' },
  {
    fact: 'strokeOrHypertensiveEncephalopathy',
    codes: ['G45', 'G46', 'I65', 'I66', 'I67', 'I68', 'I69', ...bleeding],
    when: 'asks',
  },
  {
    fact: 'raisedIntracranialPressure',
    codes: ['G91', 'G93.0', 'G93.2', 'I67.6', 'C71', 'D33', 'S06', 'F07.81', 'Z87.820', 'Z98.2', ...bleeding],
    when: 'asks',
  },
  { fact: 'respiratoryInsufficiency', codes: ['I27', 'J43', 'J44', 'J84', 'J96', 'Z99.81'], when: 'asks' },
  { fact: 'sleepApnoea', codes: ['G47.33'], when: 'active' },
  { fact: 'sleepApnoea', codes: ['G47.3'], when: 'asks' },
  { fact: 'blockedNose', codes: ['J0', 'J3'], when: 'asks' },
  { fact: 'uncontrolledSeizures', codes: ['F44.5', 'G40', 'R56'], when: 'asks' },
  {
    fact: 'unexplainedUrinarySymptoms',
    codes: ['N30', 'N31', 'N32', 'N34', 'N39', 'R30', 'R31', 'R32', 'R33', 'R35', 'R39'],
    when: 'asks',
  },
  { fact: 'acutePorphyria', codes: ['E80.2'], when: 'asks' },
  { fact: 'phaeochromocytoma', codes: ['D35.0', 'C74'], when: 'asks' },
  { fact: 'untreatedHyperthyroidism', codes: ['E05', 'E06'], when: 'asks' },
  { fact: 'eyePressureRisk', codes: ['H40'], when: 'asks' },
  { fact: 'pregnancy', codes: [...pregnant, 'Z32'], when: 'asks' },
  { fact: 'breastfeeding', codes: ['O', 'F53', 'Z39'], when: 'asks' },
  { fact: 'dialysis', codes: ['Z99.2'], when: 'active' },
  { fact: 'dialysis', codes: ['N18', 'N19', 'Z49'], when: 'asks' },
  { fact: 'egfr', codes: ['I12', 'I13', 'N17', 'N18', 'N19', 'Z49', 'Z90.5', 'Z94.0'], when: 'asks' },
  { fact: 'childPugh', codes: ['B18', 'I85', 'K7', 'R18', 'Z94.4'], when: 'asks' },
  { fact: 'liverTestTimesLimit', codes: ['B18', 'K7', 'R16', 'R17', 'R18', 'R74', 'R94.5', 'Z94.4'], when: 'asks' },
]

/** Known codes that touch no criterion, by their beginnings. Every other code of the selection is read by one (listed.test.ts). */
export const touchesNothing: readonly string[] = [
  ...['F06', 'F07', 'F17', 'F30.1', 'F32', 'F33', 'F34', 'F39', 'F4', 'F50', 'F51', 'F52', 'F54'],
  ...['F63', 'F64', 'F84', 'F90', 'F95', 'F99', 'R45', 'Z86.51', 'Z87.891', 'Z91'],
  ...['G20', 'G25', 'G35', 'G43', 'G44', 'G47', 'G50', 'G54', 'G56', 'G57', 'G62', 'G89', 'G90', 'G93.3'],
  ...[
    'B02.2',
    'I73',
    'M',
    'R42',
    'R5',
    'D50',
    'E03',
    'E1',
    'E28.2',
    'E55',
    'E66',
    'E78',
    'H52',
    'J45',
    'K2',
    'K5',
    'L',
    'N40',
  ],
]

type ListedProblem = Standing<FactOf<'problem'>>
type ListedAllergy = Standing<FactOf<'allergy'>>

/** What an entry does to a question: answers it with yes, or opens it again. */
export type Said = { fact: EvaluationFact; says: 'yes' | 'asks'; entry: string; by: string; at: string }

const has = ({ now }: ListedProblem, codes: readonly string[]): boolean =>
  now.code !== null && codes.some((code) => now.code?.startsWith(code))

const first = <Content>({ now, before }: Standing<Content>): Row<Content> => before.at(-1) ?? now

const fromProblem = (problem: ListedProblem): Said[] => {
  if (problem.state === 'entered in error') return []
  const over = problem.state === 'ended' || problem.now.status !== 'active'
  return readings
    .filter(({ codes }) => has(problem, codes))
    .map(({ fact, when }) => ({
      fact,
      says: when === 'asks' || (when === 'active' && over) ? 'asks' : 'yes',
      entry: `${problem.now.words} (${problem.now.code})`,
      by: problem.now.recordedBy,
      at: problem.now.recordedAt,
    }))
}

const fromAllergy = (allergy: ListedAllergy): Said[] => {
  if (allergy.state !== 'current') return []
  const { substance: entry, recordedAt: at } = allergy.now
  const to = allergyTo(entry)
  if (to === 'something else') return []
  const says = to === 'ketamine' ? 'yes' : 'asks'
  return [{ fact: 'ketamineHypersensitivity', says, entry, by: first(allergy).recordedBy, at }]
}

/** Everything the lists say about the questions. */
export const saidByLists = (problems: readonly ListedProblem[], allergies: readonly ListedAllergy[]): Said[] => [
  ...problems.flatMap(fromProblem),
  ...allergies.flatMap(fromAllergy),
]

/** Problems that nobody here can read: without a code, or with one that the shipped selection does not hold. */
export const unreadProblems = (problems: readonly ListedProblem[]): string[] =>
  current(problems)
    .filter(({ code }) => !isKnownCode(code))
    .map(({ id }) => id)
    .sort()

/** What is taken today, as the list says it. One on which everything has stopped says nothing. */
export const medicineList = ({ facts, known }: Lists['medicine'], today: Day): MedicineList => {
  if (known.is !== 'listed') return { is: known.is }
  const taken = current(facts).filter(({ stopped }) => !stopped || isAfter(stopped, today))
  if (taken.length === 0) return { is: 'unknown' }
  return { is: 'listed', entries: taken.map(({ name, classes }) => ({ name, said: classes })) }
}
