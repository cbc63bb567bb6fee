import type { Instant } from '../../../science/time.ts'
import type { FactKey } from '../facts.ts'
import type { Entry } from '../log.ts'
import { factText } from './fact-line.ts'
import { noteWords as words } from './words.ts'

type Time = (at: Instant) => string
type Sentences = { [K in Entry['kind']]: (data: Extract<Entry, { kind: K }>['data'], time: Time) => string }

const withMore = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('. ')

/** One entry of the log as a sentence without its end: for the timeline and the note alike. */
const sentences: Sentences = {
  booked: ({ bookedFor, minutes }, time) => `Booked for ${time(bookedFor)}, ${minutes} min`,
  rescheduled: ({ bookedFor, minutes, reason }, time) => `Moved to ${time(bookedFor)}, ${minutes} min: ${reason}`,
  cancelled: ({ reason }) => `Cancelled: ${reason}`,
  'no-show': ({ words: said }) => (said ? `Did not come: ${said}` : 'Did not come'),
  arrived: () => 'Arrived',
  'handed over': ({ toName }) => `Handed over to ${toName}`,
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
      set.systolic === undefined ? undefined : `BP ${set.systolic}/${set.diastolic} mmHg`,
      set.heartRate === undefined ? undefined : `HR ${set.heartRate} /min`,
      set.spo2 === undefined ? undefined : `SpO2 ${set.spo2} %`,
      set.respiratoryRate === undefined ? undefined : `RR ${set.respiratoryRate} /min`,
      set.moaas === undefined ? undefined : `MOAA/S ${set.moaas}`,
      set.dissociation === undefined ? undefined : `dissociation ${set.dissociation}`,
      set.nausea === undefined ? undefined : `nausea ${set.nausea}`,
      set.pain === undefined ? undefined : `pain ${set.pain} of 10`,
      set.newIrregularPulse === undefined
        ? undefined
        : `newly irregular pulse: ${set.newIrregularPulse ? words.yes : words.no}`,
      set.crisisSymptoms === undefined
        ? undefined
        : `crisis symptoms: ${set.crisisSymptoms.join(', ') || 'asked, none'}`,
      set.words,
    ]
      .filter(Boolean)
      .join(', '),
  'not cleared': ({ reason }) => `Not cleared: ${reason}`,
  cleared: ({ words: said }) => withMore('Cleared', said),
  dose: ({ drug, mg, site, side, planMg, differsBecause, concentrationMgPerMl, volumeMl, lot, number }) =>
    withMore(
      `Dose ${number}: ${drug} ${mg} mg intramuscularly, ${side} ${site}`,
      concentrationMgPerMl === undefined ? undefined : `${volumeMl ?? '?'} mL of ${concentrationMgPerMl} mg/mL`,
      lot ? `Lot ${lot}` : undefined,
      differsBecause ? `Plan ${planMg} mg, different because: ${differsBecause}` : `Plan ${planMg} mg`,
    ),
  'side effect': ({ effect, severity, words: said, action }) =>
    withMore(`${effect}, ${severity}${said ? `: ${said}` : ''}`, action ? `Done: ${action}` : undefined),
  'side effect ended': ({ action }) => withMore('Side effect ended', action ? `Done: ${action}` : undefined),
  remark: ({ words: said }) => said,
  released: ({ toName, toRelation, instructions }) =>
    `Released to ${toName}${toRelation ? ` (${toRelation})` : ''}, instructions ${instructions}`,
  stopped: ({ as, reason }) => `Ended, ${as}: ${reason}`,
  addendum: ({ words: said }) => said,
  correction: ({ reason }) => `Correction: ${reason}`,
  signed: ({ hash }) => `Note signed, SHA-256 ${hash}`,
}

export const entrySentence = (entry: Entry, time: Time): string =>
  (sentences[entry.kind] as (data: unknown, time: Time) => string)(entry.data, time)
