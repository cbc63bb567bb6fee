import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { gates } from '../../science/criteria/gates.ts'
import { dayIn } from '../../science/day-in.ts'
import { held, type Route as Way } from '../../science/decide.ts'
import { Day, type Instant } from '../../science/time.ts'
import { changeAwaited, course, type Left } from '../plans/course.ts'
import { type Going, listGoing } from '../plans/queries.ts'
import { clinicOf } from './queries.ts'
import { findStandingUnder } from './queries-standing.ts'
import { standingFindings } from './standing.ts'

/** Somebody whose plan has a next session, and none is booked for today or later. */
export type ToBook = {
  patientId: string
  name: string
  number: number
  /** Which session of how many. */
  next: number
  planned: number
  /** Between which days by the plan; null before the first. */
  window: { from: Day; to: Day } | null
  /** A booking of a day that is over, with neither a dose nor an end on record. */
  leftOpen: Left | null
  /** A prescriber's decision that the plan asks for, or that was made and is not signed yet. */
  awaits: 'review' | 'change' | null
  /** Where nothing else is in the way: what a booking would be refused for, a sentence each. */
  held: string[]
}

/** Whoever is to be booked, the soonest day of the plan first; a first session has no day and comes last. */
export const unbooked = (plans: readonly Going[], today: Day): { line: Omit<ToBook, 'held'>; of: Going }[] =>
  plans
    .flatMap((of) => {
      const { plan, version, reviews, sessions, patientName, patientNumber } = of
      const { next, planned, window = null, reviewsDue, booked, ...now } = course(version, sessions, reviews, today)
      if (next === undefined || booked > 0) return []
      const awaits: ToBook['awaits'] =
        reviewsDue.length > 0 ? 'review' : changeAwaited(version, reviews) ? 'change' : null
      const leftOpen = now.leftOpen.at(-1) ?? null
      const who = { patientId: plan.patientId, name: patientName, number: patientNumber }
      return [{ line: { ...who, next, planned, window, leftOpen, awaits }, of }]
    })
    .sort(
      ({ line: a }, { line: b }) =>
        (a.window?.to ?? 'later').localeCompare(b.window?.to ?? 'later') || a.number - b.number,
    )

const saysOf: ReadonlyMap<string, string> = new Map(Object.values(gates).map(({ id, says }) => [id, says]))

/** What a booking would be refused for, in the rule's own words: not what a determination or a consent rests on. */
const heldFor = async (q: Query, { plan, version }: Going, now: Instant, today: Day): Promise<string[]> => {
  const inForce = { plan: { inForce: true, because: '' }, spray: version.spray }
  const standing = await findStandingUnder(q, plan.patientId, plan.route as Way, now, inForce)
  return held(standingFindings(standing, today)).map(({ rule, says }) => saysOf.get(rule) ?? says)
}

/** As many as are read at a glance, and as are worth asking what holds them. */
const most = 10

export const toBookRoute: Route = route({
  method: 'GET',
  path: '/api/sessions/to-book',
  may: 'sessions.book',
  handle: ({ db, clinicId, now }) =>
    reading(db, { clinicId }, async (q): Promise<{ toBook: ToBook[]; more: number; today: Day }> => {
      const [{ timeZone }, plans] = await Promise.all([clinicOf(q), listGoing(q)])
      const today = Day.parse(dayIn(timeZone, now))
      const all = unbooked(plans, today)
      const toBook = all.slice(0, most).map(async ({ line, of }) => {
        const known = line.leftOpen !== null || line.awaits !== null
        return { ...line, held: known ? [] : await heldFor(q, of, now, today) }
      })
      return { toBook: await Promise.all(toBook), more: Math.max(0, all.length - most), today }
    }),
})
