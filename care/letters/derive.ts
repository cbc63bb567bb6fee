import { lineOf } from '../../clinic/records/screens/lines.ts'
import { substanceWordsIn } from '../../clinic/releases/substance-words.ts'
import { evaluationCriteria } from '../../science/criteria/evaluation.ts'
import { dayIn } from '../../science/day-in.ts'
import type { Instant } from '../../science/time.ts'
import { letterWords as words } from '../../web/words/en/care-letters.ts'
import { had } from '../../web/words/en/given.ts'
import { sayDay } from '../../web/words/words.ts'
import type { Chart } from '../chart/queries.ts'
import type { InForce } from '../evaluation/in-force.ts'
import { beforePlan } from '../outcomes/before-plan.ts'
import type { Series } from '../outcomes/series.ts'
import { isAhead } from '../plans/course.ts'
import { drugOf } from '../plans/plan.ts'
import { sayDayIn } from './day.ts'
import type { Section } from './letter.ts'

/** What letters are written from: the chart, what was determined, and what each stage adds. */
export type Material = {
  timeZone: string
  now: Instant
  chart: Pick<
    Chart,
    'course' | 'plan' | 'route' | 'ownRoute' | 'series' | 'sessions' | 'problems' | 'medicines' | 'allergies' | 'steps'
  >
  determination: InForce
  /** What the evaluation says of the diagnosis; null where it says nothing. */
  diagnosisWords: string | null
  /** The integrative plan, a line each; left out where there is none to ask about. */
  integrative?: readonly string[]
}

type List = Chart['problems'] | Chart['medicines'] | Chart['allergies']

/** Diagnoses of substance use: F10 to F19 of ICD-10-CM, the nicotine of F17 among them, and what its words say is one. */
export const isSubstanceUse = ({ code, words: called }: { code: string | null; words: string }): boolean =>
  (code !== null && /^F1\d/.test(code)) || substanceWordsIn(called).length > 0

/** Every part for somebody outside, from the record and nothing else. What nobody recorded says so. */
export const sectionsFor = (material: Material): Section[] => {
  const { chart, diagnosisWords } = material
  const { problems } = chart
  const about = problems.facts.filter(isSubstanceUse)
  const rest = { ...problems, facts: problems.facts.filter((one) => !isSubstanceUse(one)) }
  const { plain, substanceUse } = determinationLines(material)
  return [
    part('diagnoses', [
      // Where every problem is about substance use, the list is known all the same, and says nothing here.
      ...(about.length > 0 && rest.facts.length === 0 ? [] : listLines('problem', rest, words.lists.problem)),
      ...(diagnosisWords ? [words.evaluationSays(diagnosisWords)] : []),
    ]),
    part('medicines', [
      ...listLines('medicine', chart.medicines, words.lists.medicine),
      ...listLines('allergy', chart.allergies, words.lists.allergy),
    ]),
    part('determination', plain),
    part('plan', planLines(material)),
    part('sessions', sessionLines(material)),
    part('scores', scoreLines(material)),
    part('substance use', [...about.map((fact) => factLine('problem', fact)), ...substanceUse]),
  ]
}

export const part = (id: Section['id'], lines: readonly string[]): Section => ({ id, text: lines.join('\n') })

type ListKind = 'problem' | 'medicine' | 'allergy'
const factLine = (kind: ListKind, fact: unknown): string => {
  const { words: what, more } = lineOf(kind, fact as never)
  return more.length > 0 ? `${what} (${more.join(', ')})` : what
}

const listLines = (
  kind: ListKind,
  { is, facts }: List,
  { unknown, none }: { unknown: string; none: string },
): string[] => {
  if (is === 'unknown') return [unknown]
  return is === 'none known' ? [none] : facts.map((fact) => factLine(kind, fact))
}

const sectionOf = new Map(evaluationCriteria.map(({ id, section }) => [id, section]))
const isAboutSubstanceUse = (rule: string): boolean => sectionOf.get(rule) === 'Substance use'

/** What was determined and why; what was found of substance use goes into a part of its own. */
const determinationLines = ({ determination: { state, determination }, chart, timeZone }: Material) => {
  if (!determination) return { plain: [words.noDetermination], substanceUse: [] }
  const { outcome, by, at, reasons, confirmation, findings, addressed, route } = determination
  const day = (instant: Instant) => sayDayIn(timeZone, instant)
  const met = findings.filter(({ answer }) => answer === 'met')
  const lines = (about: boolean) =>
    met
      .filter(({ rule }) => isAboutSubstanceUse(rule) === about)
      .map(({ rule, says }) => words.found(says, addressed[rule] ?? ''))
  const unknown = findings.filter(({ answer }) => answer === 'unknown').length
  const plain = [
    words.determined(words.routes[route], words.outcomes[outcome], by, day(at)),
    words.reasons(reasons),
    ...(confirmation ? [words.confirmed[confirmation.answer](confirmation.by, day(confirmation.at))] : []),
    ...lines(false),
    ...(unknown > 0 ? [words.notKnownThen(unknown)] : []),
    ...(state === 'in force' || state === 'not suitable' || state === 'not yet' ? [] : [words.standsNow[state]]),
  ]
  return { plain: chart.ownRoute === null ? [...plain, words.noRoute] : plain, substanceUse: lines(true) }
}

/**
 * That the plan was stopped, and by whom: it alone reads as if it went on. Of one that was given whole and then ended it is
 * the review that says so.
 */
export const stoppedLines = (steps: Material['chart']['steps']): readonly string[] => {
  const plan = steps.find(({ id }) => id === 'plan')
  return (plan?.state === 'done' ? steps.find(({ id }) => id === 'review') : plan)?.because ?? []
}

type InMaterial = Material['chart']['sessions'][number]

const isStillAhead = ({ endedAt, dosedAt, bookedFor }: InMaterial, { timeZone, now }: Material): boolean =>
  isAhead({ bookedOn: dayIn(timeZone, bookedFor), dosedOn: dosedAt, ended: endedAt !== null }, dayIn(timeZone, now))

/** The days that are booked, in order. */
export const bookedDays = (material: Material): string[] =>
  material.chart.sessions
    .filter((one) => isStillAhead(one, material))
    .map(({ bookedFor }) => bookedFor)
    .sort()
    .map((at) => sayDayIn(material.timeZone, at))

/** Every other session, the oldest first. */
export const pastSessions = (material: Material): InMaterial[] =>
  material.chart.sessions
    .filter((one) => !isStillAhead(one, material))
    .toSorted((a, b) => (a.dosedAt ?? a.bookedFor).localeCompare(b.dosedAt ?? b.bookedFor))

/** What was prescribed, how far it is, and what comes next. */
export const planLines = (material: Material): string[] => {
  const { plan, course, steps } = material.chart
  const booked = bookedDays(material)
  return [
    ...(plan
      ? [
          words.planned(plan.drug, plan.doseMg, plan.sessions, plan.daysBetweenLeast, plan.daysBetweenMost),
          words.goals(plan.goals),
          ...(plan.notes ? [plan.notes] : []),
        ]
      : [words.noPlan]),
    ...(course ? [words.given(course.done, course.planned)] : []),
    ...(plan ? stoppedLines(steps) : []),
    ...(booked.length > 0 ? [words.booked(booked.join('; '))] : [words.nothingBooked]),
    ...(course?.window ? [words.nextBetween(sayDay(course.window.from), sayDay(course.window.to))] : []),
    ...(course && course.reviewsDue.length > 0 ? [words.reviewDue] : []),
    ...(material.integrative ?? []),
  ]
}

/** Every session so far: when, by which route, what was given, how it ended. */
export const sessionLines = (material: Material): string[] => {
  const past = pastSessions(material)
  if (past.length === 0) return [words.noSessions]
  return past.map(({ bookedFor, dosedAt, doseMg, receivedMg, route, endedAs }) =>
    words.session(
      sayDayIn(material.timeZone, dosedAt ?? bookedFor),
      words.routes[route],
      doseMg !== null
        ? words.dose(drugOf(route), had(doseMg, route, receivedMg))
        : endedAs === null
          ? words.nothingOnRecord
          : words.nothingGiven,
      endedAs === null ? words.notEnded : words.endedAs[endedAs],
    ),
  )
}

/** Each questionnaire before the first dose and now. A number without its range says nothing, so both are there. */
export const scoreLines = ({ chart: { series, plan, sessions }, timeZone }: Material): string[] => {
  const ofPlan = sessions.flatMap(({ planId, treatedAt }) =>
    plan && planId === plan.planId && treatedAt ? [treatedAt] : [],
  )
  return series.flatMap((one) => {
    const { title, range, baseline, points } = one
    const newest = points.at(-1)
    if (!newest) return [words.neverAnswered(title)]
    const day = sayDayIn(timeZone, newest.at)
    const first = baseline
      ? words.baseline(title, baseline.total, range.high, sayDayIn(timeZone, baseline.at))
      : words.noBaseline(title)
    const again = beforePlan(one, ofPlan)
    const own = again === undefined ? [] : [ownBaseline(one, again, timeZone)]
    if (newest.score === null) return [first, words.notComplete(title, day, newest.missing), ...own]
    if (newest.at === baseline?.at) return [first]
    return [
      first,
      words.newest(title, newest.score, range.high, day),
      ...(baseline ? [words.change(baseline.total - newest.score)] : []),
      ...own,
    ]
  })
}

/** Whoever came back is compared with what was before the first dose ever; this is how they came back. */
const ownBaseline = ({ title, range }: Series, found: ReturnType<typeof beforePlan>, timeZone: string): string =>
  found ? words.beforePlan(title, found.total, range.high, sayDayIn(timeZone, found.at)) : words.noneBeforePlan(title)
