import type { Instant } from '../../../science/time.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import type { FactKey } from '../facts.ts'
import type { Entry } from '../log.ts'
import { factText } from './fact-line.ts'

const says = words.entries

type Time = (at: Instant) => string
type Sentences = { [K in Entry['kind']]: (data: Extract<Entry, { kind: K }>['data'], time: Time) => string }

const withMore = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('. ')

const beyond = (reason: string | undefined): string | undefined => (reason ? says.beyondLimit(reason) : undefined)

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
      set.systolic === undefined ? undefined : says.pressure(set.systolic, set.diastolic),
      set.heartRate === undefined ? undefined : says.heartRate(set.heartRate),
      set.spo2 === undefined ? undefined : says.spo2(set.spo2),
      set.respiratoryRate === undefined ? undefined : says.respiratoryRate(set.respiratoryRate),
      set.moaas === undefined ? undefined : says.moaas(set.moaas),
      set.dissociation === undefined ? undefined : says.dissociation(set.dissociation),
      set.nausea === undefined ? undefined : says.nausea(set.nausea),
      set.pain === undefined ? undefined : says.pain(set.pain),
      set.newIrregularPulse === undefined ? undefined : says.newIrregularPulse(set.newIrregularPulse),
      set.crisisSymptoms === undefined ? undefined : says.crisisSymptoms(set.crisisSymptoms),
      set.words,
    ]
      .filter(Boolean)
      .join(', '),
  'not cleared': ({ reason }) => says.notCleared(reason),
  cleared: ({ words: said }) => withMore(says.cleared, said),
  dose: ({ drug, mg, site, side, planMg, differsBecause, concentrationMgPerMl, volumeMl, lot, number }) =>
    withMore(
      says.dose(number, `${drug} ${mg} mg`, `${side} ${site}`),
      concentrationMgPerMl === undefined ? undefined : says.volume(volumeMl, concentrationMgPerMl),
      lot ? says.lot(lot) : undefined,
      says.plan(planMg, differsBecause),
    ),
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

export const entrySentence = (entry: Entry, time: Time): string =>
  (sentences[entry.kind] as (data: unknown, time: Time) => string)(entry.data, time)
