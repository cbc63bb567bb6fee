import { addMinutes, Instant } from '../../../science/time.ts'
import type { Kind, SessionEvent } from '../event.ts'
import { sessionFrom } from '../session.ts'
import { type CodedContext, codedFacts } from './coded.ts'
import type { CodedFacts } from './fact.ts'

export const start = Instant.parse('2026-11-23T17:00:00.000Z')
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** An entry `minutes` after the start, written down `late` minutes after it happened. For tests only. */
export const at = (
  n: number,
  minutes: number,
  kind: Kind,
  data: object = {},
  more: { corrects?: number; late?: number; by?: number } = {},
) =>
  ({
    id: uuid(n),
    sessionId: uuid(0),
    kind,
    happenedAt: addMinutes(start, minutes),
    recordedAt: addMinutes(start, minutes + (more.late ?? 0)),
    recordedBy: uuid(more.by ?? 999),
    data,
    corrects: more.corrects === undefined ? null : uuid(more.corrects),
    seq: n,
  }) as SessionEvent

/** What every dose carries besides its own numbers. */
export const rests = { planVersionId: uuid(700), planMg: 41.5, clearanceId: uuid(5), findings: [], answers: [] }

/** Whole entries of every kind that holds a number, each number another one, so that each is found again. */
export const everyNumber: { kind: Kind; data: object }[] = [
  {
    kind: 'vitals',
    data: { systolic: 131, diastolic: 77, heartRate: 66, spo2: 97, respiratoryRate: 15, moaas: 4, pain: 3 },
  },
  {
    kind: 'facts',
    data: {
      facts: {
        aldrete: { activity: 2, respiration: 1, circulation: 2, consciousness: 0, spo2: 1 },
        padss: { vitals: 2, walking: 1, nausea: 0, pain: 1, site: 2 },
      },
    },
  },
  {
    kind: 'dose',
    data: {
      ...rests,
      ...{ route: 'im', number: 1, drug: 'ketamine', mg: 40.4, site: 'deltoid', side: 'left' },
      ...{ concentrationMgPerMl: 50.5, volumeMl: 0.8 },
    },
  },
  {
    kind: 'dose',
    data: {
      ...rests,
      ...{
        route: 'iv',
        number: 1,
        drug: 'ketamine',
        mg: 42.5,
        volumeMl: 52,
        rateMlPerH: 78,
        minutes: 40,
        planMinutes: 44,
      },
    },
  },
  {
    kind: 'dose',
    data: { ...rests, route: 'lozenge', number: 1, drug: 'ketamine', mg: 210, strengthMg: 105, count: 2 },
  },
  {
    kind: 'dose',
    data: {
      ...{ ...rests, planMg: 56 },
      ...{ route: 'esketamine', number: 1, drug: 'esketamine', mg: 28, gave: 'both sprays', lot: 'A1' },
      ...{ expiry: '2028-01-31' },
    },
  },
  { kind: 'infusion changed', data: { doseId: uuid(50), what: 'rate changed', rateMlPerH: 33.25 } },
  { kind: 'line placed', data: { site: 'hand', side: 'left', gauge: 22 } },
]

export const context: CodedContext = {
  sessionId: uuid(0),
  patientId: uuid(600),
  people: { [uuid(999)]: 'Milo Monitor' },
  plans: [{ versionId: uuid(700), drug: 'ketamine', route: 'im', doseMg: 40 }],
  bookedUnder: uuid(700),
  lots: new Map(),
  now: addMinutes(start, 100),
}

/** As a file has them: without the keys that say nothing. */
export const factsOf = (events: readonly SessionEvent[], more: Partial<CodedContext> = {}): CodedFacts =>
  JSON.parse(JSON.stringify(codedFacts(sessionFrom(events), { ...context, ...more })))
