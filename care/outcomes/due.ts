import { nextMorning } from '../../clinic/links/cover.ts'
import type { Channel } from '../../clinic/messages/message.ts'
import { houseNumbers } from '../../science/house.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { dueNext, type Rhythm, type Standing } from './schedule.ts'
import { type AskedFor, sheets } from './sheets.ts'

export type Person = {
  patientId: string
  name: string
  phone: string
  email: string
  /** The ways they agreed to; text messages only while the number has not said stop. */
  reachBy: readonly string[]
  /** The number said that it wants no text messages. */
  textsStopped: boolean
  /** Their own zone, chosen or on record; null: the clinic's. */
  timeZone: string | null
  /** The hour they chose; null: the clinic's. */
  hour: string | null
  /** False: they asked not to be asked. */
  wantsAsking: boolean
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
  /** Why nothing is sent, where the patient said so. */
  stopped: 'asking' | 'texts' | null
  /** The zone in which quiet hours and the patient's hour are read. */
  timeZone: string
  /** Links that were sent by themselves and not answered since the last one that was. */
  unanswered: number
  /** A session or an evaluation that it is asked ahead of. */
  about?: { kind: 'session' | 'evaluation'; id: string; until: Instant | null }
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

/** The clinic's rhythm by the patient's own clock. */
export const clockOf = ({ timeZone, hour }: Pick<Person, 'timeZone' | 'hour'>, clinic: Rhythm): Rhythm => ({
  ...clinic,
  timeZone: timeZone ?? clinic.timeZone,
  morning: hour ?? clinic.morning,
})

export const commonOf = (one: Person, clinic: Rhythm) => {
  const { patientId, name, sessionId, releasedAt, wantsAsking, textsStopped } = one
  const by = wantsAsking ? reachable(one) : undefined
  const stopped = wantsAsking ? (textsStopped && !by ? 'texts' : null) : 'asking'
  const { timeZone } = clockOf(one, clinic)
  return { patientId, name, sessionId, releasedAt, by, stopped, timeZone, unanswered: 0 } as const
}

/** What was sent to one patient by itself. */
export type Sendings = { lastSentAt: Instant; unanswered: number }

/** After so many unanswered links in a row questionnaires are asked by the month only. */
export const isSeldom = (unanswered: number): boolean => unanswered >= houseNumbers.unansweredBeforeSeldom.value

/** The next-day check, on the morning after a session by the patient's own clock. */
export const checksDue = (treated: readonly Treated[], clinic: Rhythm, now: Instant): Due[] =>
  treated
    .filter((one) => one.checkAnsweredAt === null && hoursFrom(one.releasedAt, now) <= checkHours)
    .map((one) => ({
      ...commonOf(one, clinic),
      asks: 'next-day',
      instruments: sheets['next-day'],
      dueAt: morningAfter(one, clinic),
      askedAt: one.checkAskedAt,
      silentSince: null,
    }))

const morningAfter = (one: Treated, clinic: Rhythm): Instant => {
  const { timeZone, morning } = clockOf(one, clinic)
  return nextMorning(one.releasedAt, timeZone, morning)
}

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
export const questionnairesDue = (
  followed: readonly Followed[],
  clinic: Rhythm,
  now: Instant,
  sendings: ReadonlyMap<string, Sendings> = new Map(),
): Due[] =>
  followed.flatMap((one): Due[] => {
    const unanswered = sendings.get(one.patientId)?.unanswered ?? 0
    const next = dueNext(one, { ...clockOf(one, clinic), seldom: isSeldom(unanswered) }, now)
    const [first] = next
    if (!first) return []
    const until = first.dueAt > now ? first.dueAt : now
    const instruments = next.filter(({ dueAt }) => dueAt <= until).map(({ instrument }) => instrument)
    const asks = instruments.length === 1 && first.instrument === 'phq-9' ? 'phq-9' : 'questionnaires'
    const silentSince = silenceOf(one, instruments)
    const common = { ...commonOf(one, clinic), unanswered }
    return [{ ...common, asks, instruments, dueAt: first.dueAt, askedAt: null, silentSince }]
  })

const hoursFrom = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 3_600_000
