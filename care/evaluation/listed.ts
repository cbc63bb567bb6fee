import { current, type Row, type Standing } from '../../clinic/records/fact.ts'
import type { FactOf } from '../../clinic/records/kinds.ts'
import { isAfter } from '../../clinic/records/partial-date.ts'
import type { EvaluationFact } from '../../science/criteria/facts.ts'
import { isKnownCode } from '../../science/diagnoses/diagnoses.ts'
import { allergyTo } from '../../science/medicines/allergens.ts'
import type { MedicineList } from '../../science/medicines/taken.ts'
import type { Day } from '../../science/time.ts'
import type { Lists } from './basis.ts'

/**
 * What the problem list says about the questions. `ever`: once it was there it is true, also when it is over. `active`:
 * true only as long as it is. `asks`: the code alone does not answer the question, so an answer older than the entry
 * does not count any more and the question is open again.
 * Codes as in clinical.md C1 and C2 and, for `asks`, from general knowledge of ICD-10-CM (science/diagnoses): clinic
 * policy. A problem whose code nobody here knows, or that has none, answers nothing; that it is new is said apart.
 */
type Reading = { fact: EvaluationFact; codes: readonly string[]; when: 'ever' | 'active' | 'asks' }

const psychosis = ['F2', 'F32.3', 'F33.3', 'F31.2', 'F31.5']
const bleeding = ['I60', 'I61', 'I62']
const vessels = ['I71', 'I67.1', 'I72', 'Q28']

export const readings: readonly Reading[] = [
  { fact: 'aneurysmOrMalformation', codes: vessels, when: 'active' },
  { fact: 'intracerebralHaemorrhage', codes: ['I61'], when: 'ever' },
  { fact: 'currentPsychosis', codes: psychosis, when: 'asks' },
  { fact: 'pastPsychosis', codes: psychosis, when: 'asks' },
  {
    fact: 'activeSubstanceUseDisorder',
    codes: ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'],
    when: 'asks',
  },
  { fact: 'ketamineMisuse', codes: ['F16', 'F19'], when: 'asks' },
  { fact: 'opioidUseDisorderHistory', codes: ['F11'], when: 'ever' },
  { fact: 'severePersonalityDisorder', codes: ['F60'], when: 'asks' },
  { fact: 'currentManiaOrMixed', codes: ['F30', 'F31'], when: 'asks' },
  { fact: 'deliriumOrMajorNeurocognitive', codes: ['F01', 'F02', 'F03', 'F05', 'G30'], when: 'asks' },
  { fact: 'capacityInDoubt', codes: ['F01', 'F02', 'F03', 'F05', 'F7', 'G30'], when: 'asks' },
  { fact: 'needsHigherLevelOfCare', codes: ['R45.851', 'T14.91'], when: 'asks' },
  { fact: 'pressureRiseHazard', codes: ['I1', 'I2', 'I42', 'I50', ...bleeding, ...vessels], when: 'asks' },
  { fact: 'poorlyControlledHeartDisease', codes: ['I05', 'I2', 'I3', 'I4', 'I50'], when: 'asks' },
  { fact: 'cardiovascularEventWithin6Weeks', codes: ['I20', 'I21', 'I22', 'I26', 'I63', ...bleeding], when: 'asks' },
  { fact: 'strokeOrHypertensiveEncephalopathy', codes: ['I63', 'I67.4', 'Z86.73'], when: 'ever' },
  { fact: 'strokeOrHypertensiveEncephalopathy', codes: ['G45', ...bleeding], when: 'asks' },
  { fact: 'raisedIntracranialPressure', codes: ['G91', 'G93.2', 'C71', 'D33', 'S06', ...bleeding], when: 'asks' },
  { fact: 'respiratoryInsufficiency', codes: ['J43', 'J44', 'J84', 'J96'], when: 'asks' },
  { fact: 'sleepApnoea', codes: ['G47.33'], when: 'active' },
  { fact: 'sleepApnoea', codes: ['G47.3'], when: 'asks' },
  { fact: 'blockedNose', codes: ['J0', 'J3'], when: 'asks' },
  { fact: 'uncontrolledSeizures', codes: ['G40', 'R56'], when: 'asks' },
  { fact: 'unexplainedUrinarySymptoms', codes: ['N30', 'R30', 'R35', 'R39'], when: 'asks' },
  { fact: 'acutePorphyria', codes: ['E80.2'], when: 'asks' },
  { fact: 'phaeochromocytoma', codes: ['D35.0', 'C74'], when: 'asks' },
  { fact: 'untreatedHyperthyroidism', codes: ['E05', 'E06'], when: 'asks' },
  { fact: 'eyePressureRisk', codes: ['H40'], when: 'asks' },
  { fact: 'pregnancy', codes: ['O', 'Z33', 'Z34'], when: 'asks' },
  { fact: 'breastfeeding', codes: ['O', 'Z39'], when: 'asks' },
  { fact: 'dialysis', codes: ['Z99.2'], when: 'active' },
  { fact: 'dialysis', codes: ['N18'], when: 'asks' },
  { fact: 'egfr', codes: ['N17', 'N18'], when: 'asks' },
  { fact: 'childPugh', codes: ['B18', 'K7'], when: 'asks' },
  { fact: 'liverTestTimesLimit', codes: ['B18', 'K7', 'R74', 'R94.5'], when: 'asks' },
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
