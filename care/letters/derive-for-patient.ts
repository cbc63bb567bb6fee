import { lineOf } from '../../clinic/records/screens/lines.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { protocols } from '../../science/routes/protocols.ts'
import { letterWords } from '../../web/words/en/care-letters.ts'
import { drugOf } from '../plans/plan.ts'
import { sayDayIn } from './day.ts'
import { bookedDays, isSubstanceUse, type Material, part, pastSessions, stoppedLines } from './derive.ts'
import type { Section } from './letter.ts'

const words = letterWords.toPatient

/** The same record in plain words, for the person it is about. Nothing is graded; what is not known says so. */
export const sectionsForPatient = (material: Material): Section[] => {
  const { problems, medicines, allergies } = material.chart
  const names = (kind: 'problem' | 'medicine' | 'allergy', { facts }: { facts: readonly unknown[] }) =>
    facts.map((fact) => {
      const { words: what, more } = lineOf(kind, fact as never)
      return kind === 'medicine' ? [what, ...more].join(', ') : what
    })
  const listed = (kind: 'problem' | 'medicine' | 'allergy', list: { is: string; facts: readonly unknown[] }) =>
    list.is === 'unknown' ? [words.unknown[kind]] : list.is === 'none known' ? [words.none[kind]] : names(kind, list)
  const about = problems.facts.filter(isSubstanceUse)
  const rest = { ...problems, facts: problems.facts.filter((one) => !isSubstanceUse(one)) }
  return [
    part('diagnoses', about.length > 0 && rest.facts.length === 0 ? [] : listed('problem', rest)),
    part('medicines', [
      ...listed('medicine', medicines),
      ...(allergies.is === 'listed'
        ? [words.allergies(names('allergy', allergies).join(', '))]
        : listed('allergy', allergies)),
    ]),
    part('determination', decided(material)),
    part('plan', planned(material)),
    part('sessions', sessions(material)),
    part('scores', scores(material)),
    part('substance use', names('problem', { facts: about })),
    part(
      'help',
      protocols[material.chart.route].instructions.getHelp.map(({ says }) => says),
    ),
  ]
}

const decided = ({ determination: { state, determination }, timeZone }: Material): string[] => {
  if (!determination || state === 'not confirmed' || state === 'none') return [words.notDecided]
  const { by, at, outcome } = determination
  return [
    words.decided(by, sayDayIn(timeZone, at), words.outcomes[outcome]),
    ...(state === 'reopened' ? [words.reopened] : state === 'awaiting confirmation' ? [words.waits] : []),
  ]
}

const planned = (material: Material): string[] => {
  const { plan, course, ownRoute, steps } = material.chart
  const booked = bookedDays(material)
  return [
    ...(plan && ownRoute
      ? [words.planned(words.routes[ownRoute], plan.doseMg, plan.sessions), words.goals(plan.goals)]
      : [words.noPlan]),
    ...(plan && stoppedLines(steps).length > 0 ? [words.stopped] : []),
    ...(course ? [words.given(course.done, course.planned)] : []),
    booked.length > 0 ? words.booked(booked.join('; ')) : words.nothingBooked,
    ...(course && course.reviewsDue.length > 0 ? [words.reviewDue] : []),
    ...(material.integrative ?? []),
  ]
}

const sessions = (material: Material): string[] => {
  const past = pastSessions(material)
  if (past.length === 0) return [words.noSessions]
  return past.map((session) =>
    words.session(sayDayIn(material.timeZone, session.dosedAt ?? session.bookedFor), given(session)),
  )
}

const given = ({ doseMg, receivedMg: mg, route, endedAs }: Material['chart']['sessions'][number]): string => {
  if (doseMg === null && endedAs === null) return words.nothingOnRecord
  if (doseMg === null || mg === 0) return words.nothingGiven
  return mg === null ? words.notKnown(drugOf(route)) : words.dose(drugOf(route), mg, words.nominal[route])
}

const scores = ({ chart: { series }, timeZone }: Material): string[] =>
  series.flatMap(({ instrument, range, baseline, points }) => {
    // What a number means is said for PHQ-9 only; of another questionnaire the clinician says it.
    if (instrument !== phq9.id) return []
    const newest = points.findLast(({ score }) => score !== null)
    const last = points.at(-1)
    const open = last?.score === null ? [words.leftOpen(sayDayIn(timeZone, last.at))] : []
    if (!newest || newest.score === null) return [words.noScore, ...open]
    return [
      baseline ? words.first(baseline.total, range.high, sayDayIn(timeZone, baseline.at)) : words.noFirst,
      ...(newest.at === baseline?.at ? [] : [words.score(newest.score, range.high, sayDayIn(timeZone, newest.at))]),
      ...open,
      words.lower,
    ]
  })
