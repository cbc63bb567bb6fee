import { nextMorning } from '../../clinic/links/cover.ts'
import type { Channel } from '../../clinic/messages/message.ts'
import { houseNumbers } from '../../science/house.ts'
import type { Instant } from '../../science/time.ts'
import type { AskedFor } from './sheets.ts'

/** Somebody who was treated lately, and what was asked and answered since. All of it read, none of it stored for this. */
export type Treated = {
  patientId: string
  name: string
  phone: string
  email: string
  reachBy: readonly string[]
  sessionId: string
  releasedAt: Instant
  /** The next-day check of that session. */
  checkAskedAt: Instant | null
  checkAnsweredAt: Instant | null
  /** The last PHQ-9 of the patient. */
  phq9AskedAt: Instant | null
  phq9AnsweredAt: Instant | null
  /** True for the patient's latest session: a PHQ-9 is asked once, not once for each session. */
  latest: boolean
}

export type Due = {
  asks: AskedFor
  patientId: string
  name: string
  sessionId: string
  releasedAt: Instant
  dueAt: Instant
  askedAt: Instant | null
  /** How it can be sent; undefined: the patient has agreed to neither mail nor text, so somebody calls. */
  by: { channel: Channel; to: string } | undefined
}

/** The patient's own choice: what they ticked and gave an address for. Nothing is sent that they did not agree to. */
export const reachable = ({ reachBy, phone, email }: Pick<Treated, 'reachBy' | 'phone' | 'email'>): Due['by'] =>
  reachBy.includes('mail') && email !== ''
    ? { channel: 'mail', to: email }
    : reachBy.includes('sms') && phone !== ''
      ? { channel: 'sms', to: phone }
      : undefined

const daysBetweenPhq9 = houseNumbers.daysBetweenPhq9.value

/** A next-day check that nobody answered by then is not asked for any more: the next morning is what it is about. */
const checkHours = houseNumbers.nextDayCheckHours.value

/**
 * What is asked, and since when: the next-day check on the morning after a session, by the clinic's own clock, and a
 * PHQ-9 a week after the last one was answered or asked for. Both in the clinic's daytime.
 */
export const dueFrom = (
  treated: readonly Treated[],
  clinic: { timeZone: string; morning: string },
  now: Instant,
): Due[] =>
  treated.flatMap((one): Due[] => {
    const { patientId, name, sessionId, releasedAt } = one
    const common = { patientId, name, sessionId, releasedAt, by: reachable(one) }
    const checkAt = nextMorning(one.releasedAt, clinic.timeZone, clinic.morning)
    const check: Due = { ...common, asks: 'next-day', dueAt: checkAt, askedAt: one.checkAskedAt }
    const phq9: Due = { ...common, asks: 'phq-9', dueAt: phq9DueAt(one, clinic), askedAt: null }
    return [
      ...(one.checkAnsweredAt === null && hoursFrom(one.releasedAt, now) <= checkHours ? [check] : []),
      ...(one.latest ? [phq9] : []),
    ]
  })

const hoursFrom = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 3_600_000

/** A week after the last, and never on the day of a session. */
const phq9DueAt = (one: Treated, { timeZone, morning }: { timeZone: string; morning: string }): Instant => {
  const afterSession = nextMorning(one.releasedAt, timeZone, morning)
  const last = [one.phq9AskedAt, one.phq9AnsweredAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1)
  if (last === undefined) return afterSession
  const week = nextMorning(last, timeZone, morning, daysBetweenPhq9)
  return week > afterSession ? week : afterSession
}
