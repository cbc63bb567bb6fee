import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../../clinic/request/problem.ts'
import { addMinutes } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { longestAgoMinutes } from './booking.ts'
import { correctable, type DataOf, entryData, type Kind, type SessionEvent } from './event.ts'
import { checkBegun } from './giving-checks.ts'
import { type Entry, standingLog } from './log.ts'
import { sessionFrom } from './session.ts'
import type { Vitals } from './vitals.ts'

const withdrawable: readonly Kind[] = correctable.filter((kind) => kind !== 'arrived')

type Correction = { corrects?: string | null; data: DataOf<'correction'>; recordedAt: string }

/** The entry that a correction is about: the one it names, or the one that the named correction is about. */
const targetOf = (log: readonly Entry[], corrects: string): Entry | undefined =>
  log.find(({ id, corrections }) => id === corrects || corrections.some((correction) => correction.id === corrects))

/**
 * Whether an entry may be corrected so, and whether what it would say could have been entered. Throws what is wrong.
 * @returns what is to be stored: parsed as an entry is, so that nothing unknown and nothing half gets into the log
 */
export const checkCorrection = (
  events: readonly SessionEvent[],
  { corrects, data, recordedAt }: Correction,
  prescriber: boolean,
): DataOf<'correction'> => {
  const log = standingLog(events)
  const target = targetOf(log, corrects ?? '')
  if (!target) throw new Problem('not-found', says.noSuchEntry)
  if (!correctable.includes(target.kind)) throw new Problem('invalid', says.notCorrectable)
  if (target.kind === 'dose' && !prescriber) throw new Problem('not-allowed', says.onlyPrescriber)
  if (data.withdrawn) {
    const ended = log.some(({ kind }) => kind === 'released' || kind === 'stopped')
    if (!withdrawable.includes(target.kind) || (target.kind === 'dose' && ended)) {
      throw new Problem('invalid', says.notWithdrawn)
    }
    return { reason: data.reason, withdrawn: true }
  }
  checkTime(log, target, data.happenedAt, recordedAt)
  const happenedAt = data.happenedAt ?? target.happenedAt
  const session = sessionFrom(events)
  if (!data.data) {
    checkBegun(session, { ...target, happenedAt }, 'data.happenedAt')
    return data
  }
  const fixed = target.kind === 'dose' ? unchangeable(target.data) : {}
  const parsed = entryData[target.kind].safeParse({ ...data.data, ...fixed })
  if (parsed.success) {
    checkBegun(
      session,
      { kind: target.kind, id: target.id, data: parsed.data, happenedAt } as Parameters<typeof checkBegun>[1],
      'data.happenedAt',
    )
    return { ...data, data: parsed.data }
  }
  const fields = Object.fromEntries(
    parsed.error.issues.map((issue) => [`data.data.${issue.path.join('.')}`, issue.message]),
  )
  throw new Problem('invalid', says.cannotBe, { fields })
}

/**
 * Whether what was sent as a correction is what is stored as one: it was parsed in between, so spaces at the ends, what
 * no entry holds and what cannot be changed do not count.
 */
export const correctsAlike = (stored: unknown, sent: unknown): boolean => {
  const [there, came] = [stored, sent] as (Record<string, unknown> | undefined)[]
  if (!there || !came) return there === came
  const drawn = there.stockLotId !== undefined
  return Object.entries(came).every(
    ([key, value]) =>
      !(key in there) ||
      fixedInDose.has(key) ||
      (drawn && (key === 'lot' || key === 'expiry')) ||
      isDeepStrictEqual(there[key], typeof value === 'string' ? value.trim() : value),
  )
}
const fixedInDose: ReadonlySet<string> = new Set([
  'route',
  'clearanceId',
  'number',
  'planVersionId',
  'planMg',
  'planMinutes',
  'findings',
  'answers',
  'stockLotId',
])

/** Which clearance and plan a dose stood on is no slip of the pen; which lot it came from is corrected in the ledger. */
const unchangeable = (dose: DataOf<'dose'>) => {
  const { route, clearanceId, number, planVersionId, planMg, findings, answers, stockLotId, lot, expiry } = dose
  const drawn = stockLotId ? { lot, expiry } : {}
  const over = route === 'iv' ? { planMinutes: dose.planMinutes } : {}
  return { route, clearanceId, number, planVersionId, planMg, ...over, findings, answers, stockLotId, ...drawn }
}

const checkTime = (log: readonly Entry[], target: Entry, at: string | undefined, now: string): void => {
  if (at === undefined) return
  const of = (kind: Kind) => log.find((entry) => entry.kind === kind && !entry.withdrawn)
  const [arrived, cleared] = [of('arrived'), of('cleared')]
  const ended = of('released') ?? of('stopped')
  const wrong =
    (at > now && says.future) ||
    (target.kind === 'arrived'
      ? (at < addMinutes(target.recordedAt, -longestAgoMinutes) && says.longAgo) ||
        (log.some(({ kind, happenedAt, withdrawn }) => !withdrawn && !beforeOrBeside.has(kind) && happenedAt < at) &&
          says.arrivalTooLate)
      : (arrived && at < arrived.happenedAt && says.beforeArrival) ||
        (target.kind === 'dose' && cleared && at < cleared.happenedAt && says.beforeClearance) ||
        (ended && at > ended.happenedAt && says.afterEnd))
  if (wrong) throw new Problem('invalid', wrong, { fields: { 'data.happenedAt': wrong } })
}

/** Kinds that say nothing about a patient who is here; before an arrival there is nothing else. */
const beforeOrBeside: ReadonlySet<Kind> = new Set([
  'booked',
  'rescheduled',
  'cancelled',
  'no-show',
  'arrived',
  'handed over',
  'addendum',
  'signed',
])

/** The observations as they stand after this correction; undefined when it is about something else. */
export const correctedVitals = (events: readonly SessionEvent[], correctionId: string): Vitals | undefined => {
  const target = targetOf(standingLog(events), correctionId)
  return target?.kind === 'vitals' && !target.withdrawn ? target.data : undefined
}

/** The dose as it stands after this correction; undefined when it is about something else. */
export const correctedDose = (events: readonly SessionEvent[], correctionId: string): Entry<'dose'> | undefined => {
  const target = targetOf(standingLog(events), correctionId)
  return target?.kind === 'dose' ? target : undefined
}
