import { Problem } from '../../clinic/request/problem.ts'
import { type DataOf, entryData, type Kind, type SessionEvent } from './event.ts'
import { type Entry, standingLog } from './log.ts'
import { says } from './sentences.ts'
import type { Vitals } from './vitals.ts'

/** What can be written anew. A decision stays as it was made: a clearance and an ending get an addendum. */
const correctable: readonly Kind[] = [
  'arrived',
  'facts',
  'vitals',
  'dose',
  'side effect',
  'side effect ended',
  'remark',
]
const withdrawable: readonly Kind[] = ['facts', 'vitals', 'dose', 'side effect', 'side effect ended', 'remark']

type Correction = { corrects?: string | null; data: DataOf<'correction'> }

/** The entry that a correction is about: the one it names, or the one that the named correction is about. */
const targetOf = (log: readonly Entry[], corrects: string): Entry | undefined =>
  log.find(({ id, corrections }) => id === corrects || corrections.some((correction) => correction.id === corrects))

/** Whether an entry may be corrected so, and whether what it would say could have been entered. Throws what is wrong. */
export const checkCorrection = (
  events: readonly SessionEvent[],
  { corrects, data }: Correction,
  prescriber: boolean,
): void => {
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
    return
  }
  checkTime(log, target, data.happenedAt)
  if (!data.data) return
  const fixed = target.kind === 'dose' ? unchangeable(target.data) : {}
  const parsed = entryData[target.kind].safeParse({ ...data.data, ...fixed })
  if (parsed.success) return
  const fields = Object.fromEntries(
    parsed.error.issues.map((issue) => [`data.data.${issue.path.join('.')}`, issue.message]),
  )
  throw new Problem('invalid', says.cannotBe, { fields })
}

/** Which clearance and plan a dose stood on is no slip of the pen. */
const unchangeable = ({ clearanceId, number, planVersionId, planMg, findings, answers }: DataOf<'dose'>) => ({
  clearanceId,
  number,
  planVersionId,
  planMg,
  findings,
  answers,
})

const checkTime = (log: readonly Entry[], target: Entry, at: string | undefined): void => {
  if (at === undefined) return
  const of = (kind: Kind) => log.find((entry) => entry.kind === kind && !entry.withdrawn)
  const [arrived, cleared] = [of('arrived'), of('cleared')]
  const ended = of('released') ?? of('stopped')
  const wrong =
    target.kind === 'arrived'
      ? log.some(({ kind, happenedAt }) => needsArrival.has(kind) && happenedAt < at) && says.arrivalTooLate
      : (arrived && at < arrived.happenedAt && says.beforeArrival) ||
        (target.kind === 'dose' && cleared && at < cleared.happenedAt && says.beforeClearance) ||
        (ended && at > ended.happenedAt && says.afterEnd)
  if (wrong) throw new Problem('invalid', wrong, { fields: { 'data.happenedAt': wrong } })
}

const needsArrival: ReadonlySet<Kind> = new Set([
  'facts',
  'vitals',
  'cleared',
  'dose',
  'side effect',
  'remark',
  'released',
])

/** The observations as they stand after this correction; undefined when it is about something else. */
export const correctedVitals = (events: readonly SessionEvent[], correctionId: string): Vitals | undefined => {
  const target = targetOf(standingLog(events), correctionId)
  return target?.kind === 'vitals' && !target.withdrawn ? target.data : undefined
}
