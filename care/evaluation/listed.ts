import type { Row, Standing } from '../../clinic/records/fact.ts'
import type { FactOf } from '../../clinic/records/kinds.ts'
import type { EvaluationFact } from '../../science/criteria/facts.ts'

/**
 * What the problem list says about the questions. `ever`: once it was there it is true, also when it is over. `active`:
 * true only as long as it is. `asks`: the code alone does not answer the question, so an answer older than the entry
 * does not count any more and the question is open again.
 * Codes as in clinical.md C1 and C2. A problem without a code answers nothing; that the list changed is said apart.
 */
type Reading = { fact: EvaluationFact; codes: readonly string[]; when: 'ever' | 'active' | 'asks' }

export const readings: readonly Reading[] = [
  { fact: 'aneurysmOrMalformation', codes: ['I71', 'I67.1', 'I72', 'Q28'], when: 'active' },
  { fact: 'intracerebralHaemorrhage', codes: ['I61'], when: 'ever' },
  { fact: 'currentPsychosis', codes: ['F2', 'F32.3', 'F33.3'], when: 'asks' },
  { fact: 'pastPsychosis', codes: ['F2', 'F32.3', 'F33.3'], when: 'asks' },
  {
    fact: 'activeSubstanceUseDisorder',
    codes: ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'],
    when: 'asks',
  },
  { fact: 'opioidUseDisorderHistory', codes: ['F11'], when: 'ever' },
  { fact: 'severePersonalityDisorder', codes: ['F60'], when: 'asks' },
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

const names = /ketamin|ketalar|spravato|кетамин/i

const fromAllergy = (allergy: ListedAllergy): Said[] => {
  if (allergy.state !== 'current' || !names.test(allergy.now.substance)) return []
  const { by, at } = { by: first(allergy).recordedBy, at: allergy.now.recordedAt }
  return [{ fact: 'ketamineHypersensitivity', says: 'yes', entry: allergy.now.substance, by, at }]
}

/** Everything the lists say about the questions. */
export const saidByLists = (problems: readonly ListedProblem[], allergies: readonly ListedAllergy[]): Said[] => [
  ...problems.flatMap(fromProblem),
  ...allergies.flatMap(fromAllergy),
]
