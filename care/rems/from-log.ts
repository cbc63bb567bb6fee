import { dayIn } from '../../science/day-in.ts'
import type { SideEffect } from '../../science/scales/side-effects.ts'
import { addMinutes, type Instant, minutesBetween } from '../../science/time.ts'
import { withWhich } from '../../science/twice-in.ts'
import { remsWords } from '../../web/words/en/rems.ts'
import { sayDay, sayTime } from '../../web/words/words.ts'
import { pressureAt40 } from '../sessions/gates.ts'
import type { Entry } from '../sessions/log.ts'
import { factValue } from '../sessions/session.ts'
import type { Vitals } from '../sessions/vitals.ts'
import type { Material } from './material.ts'

type Set = Entry<'vitals'>

const twoHours = 120

/** The fields that the log of the session answers, by the id of the field. What it does not say is left out. */
export const fromLog = ({ session, timeZone }: Material): Record<string, string | undefined> => {
  const { doses, firstDoseAt, lastDoseAt, vitals, ended, baseline } = session
  if (firstDoseAt === undefined) return {}
  const time = clockIn(timeZone)
  const after = vitals.filter(({ happenedAt }) => happenedAt > firstDoseAt)
  const since = ({ happenedAt }: { happenedAt: Instant }) => minutesBetween(firstDoseAt, happenedAt)
  const monitored = ended ? Math.floor(since(ended)) : undefined
  // From the last device, as the session's own rule counts (RL-20): what it calls recorded is on the form.
  const at40 = after.filter((set) => pressureAt40({ vitals: [set], lastDoseAt }))
  const to40 = ({ happenedAt }: Set) => Math.abs(minutesBetween(addMinutes(lastDoseAt ?? firstDoseAt, 40), happenedAt))
  const lots = [...new Set(doses.map(({ data }) => data.lot))]
  return {
    treatmentDate: sayDay(dayIn(timeZone, firstDoseAt)),
    doseMg: doseOf(doses),
    lots: lots.every((lot) => lot) ? lots.join(', ') : undefined,
    minutes: monitored?.toString(),
    atLeastTwoHours: saidYesNo(monitored === undefined ? undefined : monitored >= twoHours),
    pressureBefore:
      baseline.systolic && baseline.diastolic ? `${baseline.systolic.value}/${baseline.diastolic.value}` : undefined,
    pressureAt40: pressure(nearest(at40, to40)),
    enrolled: saidYesNo(factValue(session, 'remsEnrolled')),
    pressureAtEnd: ended ? pressure(after.findLast(measured)) : undefined,
    oximetry: oximetryOf(after, since),
    ...spell('sedation', time, [
      ...looksAt(after, ({ moaas }) => (moaas === undefined ? undefined : moaas < 5)),
      ...writtenDown(session, firstDoseAt, 'sleepiness'),
    ]),
    ...spell('dissociation', time, [
      ...looksAt(after, ({ dissociation }) => (dissociation === undefined ? undefined : dissociation !== 'none')),
      ...writtenDown(session, firstDoseAt, 'dissociation'),
    ]),
  }
}

/** Whole devices count 28 mg each; of one that was given in part nobody knows how much, so it is said and not counted. */
const doseOf = (doses: readonly Entry<'dose'>[]): string => {
  const gave = (what: string) => doses.filter(({ data }) => data.route === 'esketamine' && data.gave === what)
  const whole = gave('both sprays').reduce((sum, { data }) => sum + data.mg, 0)
  const parts = gave('part').length
  return remsWords.dose(whole, parts)
}

const saidYesNo = (said: boolean | undefined) => (said === undefined ? undefined : said ? 'yes' : 'no')

const measured = ({ data }: Set): boolean => data.systolic !== undefined && data.diastolic !== undefined
const pressure = (set: Set | undefined) => set && `${set.data.systolic}/${set.data.diastolic}`

const nearest = (sets: readonly Set[], distance: (set: Set) => number): Set | undefined =>
  sets.toSorted((a, b) => distance(a) - distance(b))[0]

const oximetryOf = (after: readonly Set[], since: (set: Set) => number): string | undefined => {
  const checks = after.filter(({ data }) => data.spo2 !== undefined)
  return checks.length === 0
    ? undefined
    : checks.map((set) => `${set.data.spo2}% at ${Math.round(since(set))} min`).join(', ')
}

const clockIn = (timeZone: string) => (at: Instant) => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  return withWhich(sayTime(local.toPlainTime().toString({ smallestUnit: 'minute' })), timeZone, at)
}

/** A look at whether it was there; of what was written down as a side effect also until when, or that it has no end yet. */
type Look = { at: Instant; there: boolean; until?: Instant | 'not known' }

const looksAt = (after: readonly Set[], present: (data: Vitals) => boolean | undefined): Look[] =>
  after.flatMap(({ data, happenedAt: at }) => {
    const there = present(data)
    return there === undefined ? [] : [{ at, there }]
  })

/** What the log has as a side effect of this kind since the first device: there from its onset, gone with its end. */
const writtenDown = ({ sideEffects }: Material['session'], since: Instant, effect: SideEffect): Look[] =>
  sideEffects
    .filter(({ entry }) => entry.data.effect === effect && entry.happenedAt >= since)
    .flatMap(({ entry: { happenedAt }, endedAt }) => [
      { at: happenedAt, there: true, until: endedAt ?? ('not known' as const) },
      ...(endedAt === undefined ? [] : [{ at: endedAt, there: false }]),
    ])

/**
 * Whether something was seen after the first device, from when until when. Never looked at: not known, which is not
 * "no". Seen and not looked at again, or still there at the last look: its end is not known.
 */
const spell = (
  name: string,
  time: (at: Instant) => string,
  unordered: readonly Look[],
): Record<string, string | undefined> => {
  const looks = unordered.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const first = looks.find(({ there }) => there)
  const last = looks.findLast(({ there }) => there)
  const goesOn = (when: Instant) =>
    looks.some(({ at, until }) => until !== undefined && at <= when && (until === 'not known' || when < until))
  const gone = last && looks.find(({ at, there }) => !there && at > last.at && !goesOn(at))
  return {
    [name]: looks.length === 0 ? undefined : first ? 'yes' : 'no',
    [`${name}Onset`]: first && time(first.at),
    [`${name}End`]: gone && time(gone.at),
  }
}
