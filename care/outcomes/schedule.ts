import type { StoredClinic } from '../../clinic/accounts/settings/queries.ts'
import { nextMorning } from '../../clinic/links/cover.ts'
import type { HouseNumber } from '../../science/house.ts'
import { houseNumbers } from '../../science/house.ts'
import { asqSinceLast } from '../../science/instruments/asq.ts'
import { pcl5, pcl5Weekly } from '../../science/instruments/pcl5.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { type Instant, minutesBetween } from '../../science/time.ts'

/** When which questionnaire is asked again after a dose. Pure: read from the plan, the doses and what was answered. */

export type Phase = 'induction' | 'maintenance' | 'after the course' | 'after stopping'

/** Where somebody's treatment stands; the clock runs from the last dose. */
export type Standing = {
  /** When the last session with a dose was over. */
  releasedAt: Instant
  plan: 'none' | 'in force' | 'stopped'
  done: number
  /** Of the plan in force. */
  planned: number | null
  daysBetweenLeast: number | null
  /** By questionnaire: the last link that asked it, and the last answers. */
  asked: Readonly<Record<string, Instant>>
  answered: Readonly<Record<string, Instant>>
}

const weekly = ['phq-9', 'gad-7', pcl5Weekly.id, 'peg'] as const
const inMaintenance = ['phq-9', 'gad-7', pcl5.id, 'peg', 'asq-since-last', 'urinary'] as const
const seldom = ['audit-c', 'taps-1'] as const
const all = [...inMaintenance, ...seldom] as const

/** Every questionnaire that is asked by the calendar. */
export const scheduled: readonly string[] = [...all, pcl5Weekly.id]

/** Asked so often; once in a window of days after the last dose; or on certain days after it. */
export type Row = { asks: readonly string[] } & (
  | { every: HouseNumber }
  | { from: HouseNumber; to: HouseNumber }
  | { on: readonly number[] }
)

const { daysBetweenPhq9, monthly, quarterly, endOfCourseFrom, endOfCourseTo, maintenanceFrom } = houseNumbers

/** Weeks 1 to 4, months 2 to 6, month 12, in days. */
const afterStopping = [7, 14, 21, 28, 60, 90, 120, 150, 180, 365] as const

const monthlyRows: readonly Row[] = [
  { asks: inMaintenance, every: monthly },
  { asks: seldom, every: quarterly },
]

export const schedule: Readonly<Record<Phase, readonly Row[]>> = {
  induction: [{ asks: weekly, every: daysBetweenPhq9 }],
  maintenance: monthlyRows,
  'after the course': [{ asks: all, from: endOfCourseFrom, to: endOfCourseTo }, ...monthlyRows],
  'after stopping': [{ asks: [phq9.id], on: afterStopping }],
}

export const phaseOf = ({ plan, done, planned, daysBetweenLeast }: Standing): Phase => {
  if (plan === 'stopped') return 'after stopping'
  // Whoever comes back with a new plan is still after the earlier course until the first dose of this one.
  if (plan === 'none' || planned === null || done === 0 || done >= planned) return 'after the course'
  return daysBetweenLeast !== null && daysBetweenLeast >= maintenanceFrom.value ? 'maintenance' : 'induction'
}

/** PHQ-9 is asked of everybody; of the others what was measured before is measured again. */
const isFollowed = ({ answered }: Standing, instrument: string): boolean =>
  instrument === phq9.id ||
  answered[instrument] !== undefined ||
  (instrument === pcl5Weekly.id && answered[pcl5.id] !== undefined) ||
  (instrument === asqSinceLast.id && answered.asq !== undefined)

/** When this clinic asks. What it has not decided for itself is as in `science/house.ts`. */
export type Rhythm = {
  timeZone: string
  morning: string
  inductionDays?: number
  laterDays?: number
  /** Of somebody who never answers: not more often than by the month. */
  seldom?: boolean
}

export const rhythmOf = ({
  timeZone,
  policy,
  rhythm,
}: Pick<StoredClinic, 'timeZone' | 'policy' | 'rhythm'>): Rhythm => ({
  timeZone,
  morning: policy.nextDayCheckAt ?? '09:00',
  ...daysIn(rhythm ?? { inductionDays: policy.inductionQuestionDays, laterDays: policy.laterQuestionDays }),
})

type Days = { inductionDays?: number | null | undefined; laterDays?: number | null | undefined }
/** What was signed for counts; before that, what the settings said. */
const daysIn = ({ inductionDays, laterDays }: Days) => ({
  ...(inductionDays ? { inductionDays } : {}),
  ...(laterDays ? { laterDays } : {}),
})

/** Days between one asking and the next, as the clinic has decided; AUDIT-C and TAPS-1 stay at the quarter. */
export const daysOf = (every: HouseNumber, { inductionDays, laterDays, seldom }: Rhythm): number => {
  const own = every === daysBetweenPhq9 ? inductionDays : every === monthly ? laterDays : undefined
  return Math.max(own ?? every.value, seldom ? monthly.value : 0)
}

const minutesADay = 1440

/** What is asked next, the earliest first, each with the morning from which it is. Never on the day of a session. */
export const dueNext = (standing: Standing, clinic: Rhythm, at: Instant): { instrument: string; dueAt: Instant }[] => {
  const rows = rowsNow(standing, at)
  const after = morningsAfter(standing.releasedAt, clinic)
  const found = rows.flatMap((row) =>
    row.asks
      .filter((instrument) => isFollowed(standing, instrument))
      .flatMap((instrument) => {
        const dueAt = dueBy(row, after, lastOf(standing, instrument), clinic, at)
        return dueAt === undefined ? [] : [{ instrument, dueAt }]
      }),
  )
  return found.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

/** After a course: weekly as before until its end is read, then that once, then by the month. */
export const rowsNow = (standing: Standing, at: Instant, table = schedule): readonly Row[] => {
  const phase = phaseOf(standing)
  if (phase !== 'after the course') return table[phase]
  const days = Math.floor(minutesBetween(standing.releasedAt, at) / minutesADay)
  const [atTheEnd, ...later] = table[phase]
  if (days < endOfCourseFrom.value) return [...table.induction, ...(atTheEnd ? [atTheEnd] : [])]
  return days <= endOfCourseTo.value && atTheEnd ? [atTheEnd] : later
}

const lastOf = ({ asked, answered }: Standing, instrument: string): Instant | undefined =>
  [asked[instrument], answered[instrument]]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1)

/** The morning so many days after, each found once: many questionnaires of one person ask for the same. */
const morningsAfter = (moment: Instant, { timeZone, morning }: Rhythm) => {
  const found = new Map<number, Instant>()
  return (days: number): Instant => {
    const known = found.get(days) ?? nextMorning(moment, timeZone, morning, days)
    found.set(days, known)
    return known
  }
}

const dueBy = (
  row: Row,
  after: (days: number) => Instant,
  last: Instant | undefined,
  clinic: Rhythm,
  at: Instant,
): Instant | undefined => {
  const { timeZone, morning } = clinic
  if ('every' in row) {
    const next = last === undefined ? after(1) : nextMorning(last, timeZone, morning, daysOf(row.every, clinic))
    return next > after(1) ? next : after(1)
  }
  if ('from' in row) {
    const start = after(row.from.value)
    return last !== undefined && last >= start ? undefined : start
  }
  const open = row.on.map((days) => after(days)).filter((day) => last === undefined || day > last)
  return open.findLast((day) => day <= at) ?? open[0]
}
