import type { knowledge, Standing } from '../../clinic/records/fact.ts'
import type { FactOf } from '../../clinic/records/kinds.ts'
import { evaluationCriteria } from '../../science/criteria/evaluation.ts'
import { type EvaluationFact, EvaluationFacts } from '../../science/criteria/facts.ts'
import { interactions } from '../../science/criteria/interactions.ts'
import { type Known, screen } from '../../science/criteria/screen.ts'
import { everyRoute, type Finding, type Route } from '../../science/decide.ts'
import { type AsqResult, scoreAsq } from '../../science/instruments/asq.ts'
import type { Answers } from '../../science/instruments/instrument.ts'
import type { RuledClass } from '../../science/medicines/classes.ts'
import { type Taken, takenFrom } from '../../science/medicines/taken.ts'
import { ageOn, type Day, type Instant } from '../../science/time.ts'
import type { Entries } from './entry.ts'
import { medicineList, type Said, saidByLists } from './listed.ts'
import type { Asked } from './questions.ts'
import { type Given, givenByResults, saidByResults } from './results.ts'

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
  entries: Entries
  /** The newest suicide screen of this evaluation. */
  asq: { answers: Answers; answeredAt: Instant; by: string } | undefined
}

/** Where a fact that a finding looked at comes from. */
export type From = {
  fact: EvaluationFact | RuledClass
  value: AnswerValue
  /** `medicine`: from the list of medicines; without a value, `words` are what was not recognised on it. */
  source: 'answer' | 'list' | 'result' | 'birth date' | 'screen' | 'medicine' | 'nobody'
  words: string
  by: string
  at: string
}

export type FindingWithOrigin = Finding & { from: From[] }

const unknown = (fact: From['fact'], words = '', by = '', at = ''): From => ({
  fact,
  value: null,
  source: 'nobody',
  words,
  by,
  at,
})

/** A negative test does not make somebody who is pregnant not pregnant: it asks again. */
const isDoubtful = ({ fact, value }: Given, answer: Answered): boolean =>
  fact === 'pregnancy' && answer.value === 'pregnant' && value !== 'pregnant'

/**
 * One fact, from whichever source speaks: a list that says yes, a result that is newer than the answer, the answer; and
 * nobody when none does.
 */
const originOf = (fact: EvaluationFact, basis: Basis, said: readonly Said[], given: readonly Given[]): From => {
  if (fact === 'age')
    return {
      fact,
      value: ageOn(basis.birthDate, basis.today) ?? null,
      source: 'birth date',
      words: basis.birthDate,
      by: '',
      at: '',
    }
  if (fact === 'suicideScreen') return screened(basis.asq)
  const yes = said.find((entry) => entry.fact === fact && entry.says === 'yes')
  if (yes) return { fact, value: true, source: 'list', words: yes.entry, by: yes.by, at: yes.at }
  const answer = basis.answers.find(({ key }) => key === fact)
  const reopened = said.find((entry) => entry.fact === fact && (!answer || entry.at > answer.recordedAt))
  const result = given.find((one) => one.fact === fact && (!answer || one.at > answer.recordedAt))
  if (result && answer && isDoubtful(result, answer)) return unknown(fact, result.words, result.by, result.at)
  if (result) return { ...result, source: 'result' }
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

const screened = (asq: Basis['asq']): From => {
  if (!asq) return unknown('suicideScreen')
  const result: AsqResult = scoreAsq(asq.answers)
  return { fact: 'suicideScreen', value: result, source: 'screen', words: result, by: asq.by, at: asq.answeredAt }
}

/** What an interaction rests on: the lines of the list that meet it, or why the list does not say. */
const fromMedicines = (needs: readonly RuledClass[], { facts, lines, unrecognised, open }: Taken): From[] => {
  const [first] = needs
  if (!first) return []
  const from = (fact: RuledClass, value: boolean | null, words: string): From => ({
    ...unknown(fact, words),
    value,
    source: 'medicine',
  })
  const met = needs.filter((name) => facts[name])
  if (met.length > 0) return met.map((name) => from(name, true, (lines.get(name) ?? []).join(', ')))
  const unsettled = needs.filter((name) => facts[name] === undefined)
  if (unsettled.length === 0) return [from(first, false, '')]
  const because = new Set([...unrecognised, ...unsettled.flatMap((name) => open.get(name) ?? [])])
  return [from(unsettled[0] ?? first, null, [...because].join(', '))]
}

type Origins = ReadonlyMap<string, readonly From[]>

/** The facts as the sources give them, and for each rule what it rests on. */
const known = (basis: Basis): Known & { origins: Origins } => {
  const said = [...saidByLists(basis.lists.problem.facts, basis.lists.allergy.facts), ...saidByResults(basis.entries)]
  const given = givenByResults(basis.entries.result)
  const looked = new Set(evaluationCriteria.flatMap(({ needs }) => needs))
  const origin = new Map([...looked].map((fact) => [fact, originOf(fact, basis, said, given)]))
  const facts = Object.fromEntries([...origin].map(([fact, { value }]) => [fact, value ?? undefined]))
  const taken = takenFrom(medicineList(basis.lists.medicine, basis.today))
  const origins = new Map([
    ...evaluationCriteria.map(({ id, needs }) => [id, needs.flatMap((fact) => origin.get(fact) ?? [])] as const),
    ...interactions.map(({ id, needs }) => [id, fromMedicines(needs, taken)] as const),
  ])
  return { facts: EvaluationFacts.parse(facts), taken, origins }
}

const withOrigins = (it: Known & { origins: Origins }, today: Day, route: Route): FindingWithOrigin[] =>
  screen(it, { route, today }).map((finding) => ({ ...finding, from: [...(it.origins.get(finding.rule) ?? [])] }))

/** Every criterion and interaction for the route as it stands, with where each fact comes from. It decides nothing. */
export const findingsFrom = (basis: Basis, route: Route): FindingWithOrigin[] =>
  withOrigins(known(basis), basis.today, route)

/** The same for all four routes at once. */
export const findingsOfRoutes = (basis: Basis): Record<Route, FindingWithOrigin[]> => {
  const it = known(basis)
  return Object.fromEntries(everyRoute.map((route) => [route, withOrigins(it, basis.today, route)])) as Record<
    Route,
    FindingWithOrigin[]
  >
}

/** Who said in this evaluation that pregnancy is not possible, and when. */
export type NotPossible = { by: string; at: string }

/**
 * A clinician's answer that pregnancy is not possible, as long as it counts: nothing of a test or of a list came after it.
 * Nobody infers it, from a sex or an age on record least of all.
 */
export const pregnancyNotPossible = (findings: readonly FindingWithOrigin[]): NotPossible | undefined => {
  const said = findings
    .flatMap(({ from }) => from)
    .find(
      ({ fact, value, source }) => fact === 'pregnancy' && value === 'cannot become pregnant' && source === 'answer',
    )
  return said && { by: said.by, at: said.at }
}
