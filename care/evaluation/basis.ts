import type { knowledge, Standing } from '../../clinic/records/fact.ts'
import type { FactOf } from '../../clinic/records/kinds.ts'
import { evaluate, evaluationCriteria } from '../../science/criteria/evaluation.ts'
import { type EvaluationFact, EvaluationFacts } from '../../science/criteria/facts.ts'
import type { Finding, Route } from '../../science/decide.ts'
import { type AsqResult, scoreAsq } from '../../science/instruments/asq.ts'
import type { Answers } from '../../science/instruments/instrument.ts'
import { ageOn, type Day, type Instant } from '../../science/time.ts'
import { type Said, saidByLists } from './listed.ts'
import type { Asked } from './questions.ts'

export type AnswerValue = boolean | number | string | null

/** The newest answer to one question. `confirmed`: an unlikely number that somebody looked at twice. */
export type Answered = {
  id: string
  key: Asked
  value: AnswerValue
  confirmed: boolean
  recordedAt: Instant
  recordedBy: string
}

export type Lists = {
  problem: { facts: Standing<FactOf<'problem'>>[]; known: ReturnType<typeof knowledge> }
  medicine: { facts: Standing<FactOf<'medicine'>>[]; known: ReturnType<typeof knowledge> }
  allergy: { facts: Standing<FactOf<'allergy'>>[]; known: ReturnType<typeof knowledge> }
}

/** Everything that findings are derived from, as it stands now. */
export type Basis = {
  today: Day
  birthDate: Day
  answers: readonly Answered[]
  lists: Lists
  /** The newest suicide screen of this evaluation. */
  asq: { answers: Answers; answeredAt: Instant; by: string } | undefined
}

/** Where a fact that a finding looked at comes from. */
export type From = {
  fact: EvaluationFact
  value: AnswerValue
  source: 'answer' | 'list' | 'birth date' | 'screen' | 'nobody'
  words: string
  by: string
  at: string
}

export type FindingWithOrigin = Finding & { from: From[] }

const unknown = (fact: EvaluationFact, words = '', by = '', at = ''): From => ({
  fact,
  value: null,
  source: 'nobody',
  words,
  by,
  at,
})

/** One fact, from whichever source speaks: the lists before the answer, and nobody when neither does. */
const originOf = (fact: EvaluationFact, basis: Basis, said: readonly Said[]): From => {
  if (fact === 'age')
    return {
      fact,
      value: ageOn(basis.birthDate, basis.today) ?? null,
      source: 'birth date',
      words: basis.birthDate,
      by: '',
      at: '',
    }
  if (fact === 'suicideScreen') return screen(basis.asq)
  const yes = said.find((entry) => entry.fact === fact && entry.says === 'yes')
  if (yes) return { fact, value: true, source: 'list', words: yes.entry, by: yes.by, at: yes.at }
  const answer = basis.answers.find(({ key }) => key === fact)
  const reopened = said.find((entry) => entry.fact === fact && (!answer || entry.at > answer.recordedAt))
  if (reopened) return unknown(fact, reopened.entry, reopened.by, reopened.at)
  if (answer && answer.value !== null) {
    return { fact, value: answer.value, source: 'answer', words: '', by: answer.recordedBy, at: answer.recordedAt }
  }
  const none = basis.lists.allergy.known
  if (fact === 'ketamineHypersensitivity' && !answer && none.is === 'none known') {
    return { fact, value: false, source: 'list', words: '', by: none.recordedBy, at: none.recordedAt }
  }
  return unknown(fact)
}

const screen = (asq: Basis['asq']): From => {
  if (!asq) return unknown('suicideScreen')
  const result: AsqResult = scoreAsq(asq.answers)
  return { fact: 'suicideScreen', value: result, source: 'screen', words: result, by: asq.by, at: asq.answeredAt }
}

/** Every criterion for the route as it stands, with where each fact comes from. It decides nothing. */
export const findingsFrom = (basis: Basis, route: Route): FindingWithOrigin[] => {
  const said = saidByLists(basis.lists.problem.facts, basis.lists.allergy.facts)
  const needs = new Map(evaluationCriteria.map(({ id, needs }) => [id, needs]))
  const origins = new Map([...new Set([...needs.values()].flat())].map((fact) => [fact, originOf(fact, basis, said)]))
  const facts = Object.fromEntries([...origins].map(([fact, { value }]) => [fact, value ?? undefined]))
  return evaluate(EvaluationFacts.parse(facts), { route, today: basis.today }).map((finding) => ({
    ...finding,
    from: (needs.get(finding.rule) ?? []).flatMap((fact) => origins.get(fact) ?? []),
  }))
}
