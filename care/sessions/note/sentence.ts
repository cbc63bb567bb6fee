import type { Instant } from '../../../science/time.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import type { Dose } from '../dose.ts'
import type { SessionEvent } from '../event.ts'
import type { FactKey } from '../facts.ts'
import { deviceReadings, type FromDevice } from '../from-device.ts'
import type { Entry } from '../log.ts'
import { isTaken, type NotTaken, type TakenValue } from '../not-taken.ts'
import type { Vitals } from '../vitals.ts'
import { factText } from './fact-line.ts'

const says = words.entries

type Time = (at: Instant) => string
type Sentences = { [K in Entry['kind']]: (data: Extract<Entry, { kind: K }>['data'], time: Time) => string }

const withMore = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('. ')

const beyond = (reason: string | undefined): string | undefined => (reason ? says.beyondLimit(reason) : undefined)

/** How a dose was given, in a few words. */
const howGiven = (dose: Dose): string => {
  if (dose.route === 'im') return says.intoMuscle(`${dose.side} ${dose.site}`)
  if (dose.route === 'iv') return says.byPump(dose.volumeMl, dose.rateMlPerH, dose.minutes)
  if (dose.route === 'lozenge') return says.inMouth(dose.count, dose.strengthMg)
  return says.intoNose(dose.gave)
}

/** Which values were a device's, and what it said of them. */
export const deviceText = ({ values, device, model, deviceTime, user, remarks = [] }: FromDevice): string => {
  const whole = values.systolic !== undefined && values.diastolic !== undefined
  const taken = [
    ...(whole ? [says.deviceValues.pressure] : []),
    ...deviceReadings
      .filter((name) => values[name] !== undefined && !(whole && (name === 'systolic' || name === 'diastolic')))
      .map((name) => says.deviceValues[name]),
  ]
  const more = [user === undefined ? '' : says.deviceUser(user), ...remarks].filter(Boolean).join(' ')
  return says.fromDevice(taken, model && model !== device ? `${device} (${model})` : device, deviceTime, more)
}

/** Why a value was not taken, where somebody said so. */
export const notTakenText = (reason: NotTaken | undefined): string | undefined =>
  reason && words.notTaken(reason.why === 'other' ? reason.words : reason.why)

/** A value of a set where there is room for nothing else: in its column. */
export const valueText = (set: Vitals, name: TakenValue): string | undefined => {
  if (!isTaken(set, name)) return notTakenText(set.notTaken?.[name])
  return name === 'bloodPressure' ? `${set.systolic}/${set.diastolic}` : String(set[name])
}

const unknown = ({ notTaken }: Vitals, name: TakenValue): string | undefined =>
  notTaken?.[name] && `${says.values[name]} ${notTakenText(notTaken[name])}`

/** One entry of the log as a sentence without its end: for the timeline and the note alike. */
const sentences: Sentences = {
  booked: ({ bookedFor, minutes, beyondLimit }, time) =>
    withMore(says.booked(time(bookedFor), minutes), beyond(beyondLimit)),
  rescheduled: ({ bookedFor, minutes, reason, beyondLimit }, time) =>
    withMore(says.moved(time(bookedFor), minutes, reason), beyond(beyondLimit)),
  cancelled: ({ reason }) => says.cancelled(reason),
  'no-show': ({ words: said }) => says.noShow(said),
  arrived: () => says.arrived,
  'handed over': ({ toName, beyondLimit }) => withMore(says.handedOver(toName), beyond(beyondLimit)),
  facts: ({ facts }, time) =>
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => {
        const said = value === null ? words.unknown : factText(key as FactKey, value, time)
        return `${words.facts[key as FactKey]}: ${said}`
      })
      .join('; '),
  vitals: (set) =>
    [
      set.systolic === undefined ? unknown(set, 'bloodPressure') : says.pressure(set.systolic, set.diastolic),
      set.heartRate === undefined ? unknown(set, 'heartRate') : says.heartRate(set.heartRate),
      set.spo2 === undefined ? unknown(set, 'spo2') : says.spo2(set.spo2),
      set.respiratoryRate === undefined ? unknown(set, 'respiratoryRate') : says.respiratoryRate(set.respiratoryRate),
      set.moaas === undefined ? unknown(set, 'moaas') : says.moaas(set.moaas),
      set.dissociation === undefined ? unknown(set, 'dissociation') : says.dissociation(set.dissociation),
      set.nausea === undefined ? unknown(set, 'nausea') : says.nausea(set.nausea),
      set.pain === undefined ? unknown(set, 'pain') : says.pain(set.pain),
      set.newIrregularPulse === undefined ? undefined : says.newIrregularPulse(set.newIrregularPulse),
      set.crisisSymptoms === undefined ? undefined : says.crisisSymptoms(set.crisisSymptoms),
      set.words,
      ...(set.devices ?? []).map(deviceText),
    ]
      .filter(Boolean)
      .join(', '),
  'not cleared': ({ reason }) => says.notCleared(reason),
  cleared: ({ words: said }) => withMore(says.cleared, said),
  dose: (dose) => {
    const { route, number, drug, mg, lot, expiry, planMg, differsBecause } = dose
    const numbered = route === 'esketamine' ? says.device(number) : says.dose(number)
    return withMore(
      `${numbered}: ${drug} ${mg} mg ${howGiven(dose)}`,
      route === 'im' && dose.concentrationMgPerMl !== undefined
        ? says.volume(dose.volumeMl, dose.concentrationMgPerMl)
        : undefined,
      lot ? says.lot(lot, expiry) : undefined,
      says.plan(planMg, route === 'iv' ? dose.planMinutes : undefined, differsBecause),
    )
  },
  'infusion changed': (change) => {
    if (change.what === 'rate changed') return withMore(says.rate(change.rateMlPerH), change.reason)
    return change.what === 'resumed' ? says.pump.resumed : withMore(says.pump[change.what], change.reason)
  },
  'lozenge ended': ({ as, whole, words: said }) => withMore(says.lozengeEnded(as, whole), said),
  'line placed': ({ site, side, gauge }) => says.linePlaced(`${side} ${site}`, gauge),
  'line removed': () => says.lineRemoved,
  decided: ({ about, words: said }) => says.decided[about](said),
  'side effect': ({ effect, severity, words: said, action }) =>
    withMore(`${effect}, ${severity}${said ? `: ${said}` : ''}`, action ? says.done(action) : undefined),
  'side effect ended': ({ action }) => withMore(says.effectEnded, action ? says.done(action) : undefined),
  remark: ({ words: said }) => said,
  released: ({ toName, toRelation, instructions }) =>
    says.released(toRelation ? `${toName} (${toRelation})` : toName, instructions),
  stopped: ({ as, reason }) => says.stopped(as, reason),
  addendum: ({ words: said }) => said,
  correction: ({ reason }) => says.correction(reason),
  signed: ({ hash }) => says.signed(hash),
}

type Unsent = { kind: string; data: Record<string, unknown>; corrects?: string }

/** What an entry that is nowhere but on a device says: of a correction its reason, and what the entry would say with it. */
export const unsentSentence = (
  { kind, data, corrects }: Unsent,
  events: readonly SessionEvent[],
  time: Time,
): string => {
  const sentence = entrySentence({ kind, data } as unknown as Entry, time)
  if (kind !== 'correction') return sentence
  const { happenedAt, data: anew } = data as SessionEvent<'correction'>['data']
  let of = events.find(({ id }) => id === corrects)
  while (of?.kind === 'correction') of = events.find(({ id }) => id === of?.corrects)
  const corrected =
    of && anew !== undefined ? entrySentence({ kind: of.kind, data: anew } as unknown as Entry, time) : ''
  return withMore(sentence, happenedAt && time(happenedAt), corrected)
}

export const entrySentence = (entry: Entry, time: Time): string =>
  (sentences[entry.kind] as (data: unknown, time: Time) => string)(entry.data, time)
