import { nextMorning } from '../../clinic/links/cover.ts'
import type { Channel } from '../../clinic/messages/message.ts'
import { houseNumbers } from '../../science/house.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { dueNext, type Rhythm, type Standing } from './schedule.ts'
import { type AskedFor, sheets } from './sheets.ts'

type Person = {
  patientId: string
  name: string
  phone: string
  email: string
  reachBy: readonly string[]
  sessionId: string
  releasedAt: Instant
}

/** Somebody who was treated in the last days, one a session. */
export type Treated = Person & {
  /** The next-day check of that session. */
  checkAskedAt: Instant | null
  checkAnsweredAt: Instant | null
}

/** Somebody who was treated in the last year or so, once, with the latest session. All of it read, none of it stored for this. */
export type Followed = Person & Standing

export type Due = {
  asks: AskedFor
  /** What the link asks, in this order. */
  instruments: readonly string[]
  patientId: string
  name: string
  sessionId: string
  releasedAt: Instant
  dueAt: Instant
  /** When it was asked already: it is not asked again by itself. */
  askedAt: Instant | null
  /** When questionnaires were last sent and not answered since; they go out again at `dueAt`. */
  silentSince: Instant | null
  /** How it can be sent; undefined: the patient has agreed to neither mail nor text, so somebody calls. */
  by: { channel: Channel; to: string } | undefined
}

/** The patient's own choice: what they ticked and gave an address for. Nothing is sent that they did not agree to. */
export const reachable = ({ reachBy, phone, email }: Pick<Person, 'reachBy' | 'phone' | 'email'>): Due['by'] =>
  reachBy.includes('mail') && email !== ''
    ? { channel: 'mail', to: email }
    : reachBy.includes('sms') && phone !== ''
      ? { channel: 'sms', to: phone }
      : undefined

/** A next-day check that nobody answered by then is not asked for any more: the next morning is what it is about. */
const checkHours = houseNumbers.nextDayCheckHours.value

const commonOf = (one: Person) => {
  const { patientId, name, sessionId, releasedAt } = one
  return { patientId, name, sessionId, releasedAt, by: reachable(one) }
}

/** The next-day check, on the morning after a session by the clinic's own clock. */
export const checksDue = (treated: readonly Treated[], { timeZone, morning }: Rhythm, now: Instant): Due[] =>
  treated
    .filter((one) => one.checkAnsweredAt === null && hoursFrom(one.releasedAt, now) <= checkHours)
    .map((one) => ({
      ...commonOf(one),
      asks: 'next-day',
      instruments: sheets['next-day'],
      dueAt: nextMorning(one.releasedAt, timeZone, morning),
      askedAt: one.checkAskedAt,
      silentSince: null,
    }))

/** When any of these was asked and not answered since. */
const silenceOf = ({ asked, answered }: Followed, instruments: readonly string[]): Instant | null =>
  instruments
    .flatMap((id) => (asked[id] !== undefined && asked[id] > (answered[id] ?? '') ? [asked[id]] : []))
    .sort()
    .at(-1) ?? null

/** Whether it is due, or comes within the days that a list looks ahead. */
export const isNear = ({ dueAt }: Pick<Due, 'dueAt'>, now: Instant): boolean =>
  dueAt <= addMinutes(now, houseNumbers.daysBetweenPhq9.value * 24 * 60)

/** One link a person: whatever is due by then, or else what comes next. */
export const questionnairesDue = (followed: readonly Followed[], clinic: Rhythm, now: Instant): Due[] =>
  followed.flatMap((one): Due[] => {
    const next = dueNext(one, clinic, now)
    const [first] = next
    if (!first) return []
    const until = first.dueAt > now ? first.dueAt : now
    const instruments = next.filter(({ dueAt }) => dueAt <= until).map(({ instrument }) => instrument)
    const asks = instruments.length === 1 && first.instrument === 'phq-9' ? 'phq-9' : 'questionnaires'
    const silentSince = silenceOf(one, instruments)
    return [{ ...commonOf(one), asks, instruments, dueAt: first.dueAt, askedAt: null, silentSince }]
  })

const hoursFrom = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 3_600_000
