import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { gates } from '../../science/criteria/gates.ts'
import { dayIn } from '../../science/day-in.ts'
import { held } from '../../science/decide.ts'
import { Day } from '../../science/time.ts'
import { changeAwaited, course } from '../plans/course.ts'
import { type Going, listGoing } from '../plans/queries.ts'
import { clinicOf } from './queries.ts'
import { findStandingOf } from './queries-standing.ts'
import { standingFindings } from './standing.ts'

/** Somebody whose plan has a next session, and none is booked for today or later. */
export type Unbooked = {
  patientId: string
  name: string
  number: number
  /** Which session of how many. */
  next: number
  planned: number
  /** Between which days by the plan; null before the first. */
  window: { from: Day; to: Day } | null
  /** A booking of a day that is over, with neither a dose nor an end on record. */
  leftOpen: { id: string; bookedOn: Day } | null
  /** A prescriber's decision that the plan asks for, or that was made and is not signed yet. */
  awaits: 'review' | 'change' | null
}
export type ToBook = Unbooked & {
  /** What a booking would be refused for, a sentence each: without what a determination or a consent rests on. */
  held: string[]
}

const saysOf: ReadonlyMap<string, string> = new Map(Object.values(gates).map(({ id, says }) => [id, says]))

/** Whoever is to be booked, the soonest day of the plan first; a first session has no day and comes last. */
export const unbooked = (plans: readonly Going[], today: Day): Unbooked[] =>
  plans
    .flatMap(({ plan, version, reviews, sessions, patientName, patientNumber }): Unbooked[] => {
      const { next, planned, window = null, reviewsDue } = course(version, sessions, reviews)
      const open = sessions.filter(({ dosedOn, ended }) => dosedOn === null && !ended)
      if (next === undefined || open.some(({ bookedOn }) => bookedOn >= today)) return []
      const left = open.at(-1)
      return [
        {
          patientId: plan.patientId,
          name: patientName,
          number: patientNumber,
          next,
          planned,
          window,
          leftOpen: left ? { id: left.id, bookedOn: left.bookedOn } : null,
          awaits: reviewsDue.length > 0 ? 'review' : changeAwaited(version, reviews) ? 'change' : null,
        },
      ]
    })
    .sort((a, b) => (a.window?.to ?? 'later').localeCompare(b.window?.to ?? 'later') || a.number - b.number)

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
      const toBook = await Promise.all(
        all.slice(0, most).map(async (one) => {
          const { standing } = await findStandingOf(q, one.patientId, undefined, now)
          return {
            ...one,
            held: held(standingFindings(standing, today)).map(({ rule, says }) => saysOf.get(rule) ?? says),
          }
        }),
      )
      return { toBook, more: Math.max(0, all.length - most), today }
    }),
})
