import { z } from 'zod'
import { says } from '../../web/words/en/says/sessions.ts'

/** What may not be got of a set, in the order of its columns. Both pressures are one. */
export const takenValues = [
  'bloodPressure',
  'heartRate',
  'spo2',
  'respiratoryRate',
  'moaas',
  'dissociation',
  'nausea',
  'pain',
] as const
export type TakenValue = (typeof takenValues)[number]

const whyInOneTap = ['patient declined', 'asleep and not to be woken', 'equipment failed'] as const
export const whyNotTaken = [...whyInOneTap, 'other'] as const

/** Why somebody could not take a value. It says nothing of the value, which is not known as before. */
export const NotTaken = z.discriminatedUnion('why', [
  z.object({ why: z.enum(whyInOneTap) }),
  z.object({
    why: z.literal('other'),
    words: z.string(says.whyNotTaken).trim().min(1, says.whyNotTaken).max(120, says.tooLong),
  }),
])
export type NotTaken = z.infer<typeof NotTaken>
type Reasons = { readonly [Name in TakenValue]?: NotTaken | undefined }

/** Under which of them a number stands. */
export const takenAs = (number: 'systolic' | 'diastolic' | Exclude<TakenValue, 'bloodPressure'>): TakenValue =>
  number === 'systolic' || number === 'diastolic' ? 'bloodPressure' : number

type Set = { systolic?: unknown; diastolic?: unknown } & Partial<Record<Exclude<TakenValue, 'bloodPressure'>, unknown>>

export const isTaken = (set: Set, name: TakenValue): boolean =>
  name === 'bloodPressure' ? set.systolic !== undefined || set.diastolic !== undefined : set[name] !== undefined

/** The reasons of what is still not there: a value that came after all is no longer one that was not taken. */
export const stillNotTaken = ({ notTaken = {}, ...set }: Set & { notTaken?: Reasons | undefined }) => {
  const left = takenValues.flatMap((name) => {
    const reason = notTaken[name]
    return reason && !isTaken(set, name) ? [[name, reason] as const] : []
  })
  return left.length > 0 ? (Object.fromEntries(left) as Partial<Record<TakenValue, NotTaken>>) : undefined
}

/** Why a value was not taken, where that is the newest word on it. */
export const lastNotTaken = (
  sets: readonly { data: Set & { notTaken?: Reasons | undefined } }[],
  name: TakenValue,
): NotTaken | undefined =>
  sets.findLast(({ data }) => isTaken(data, name) || data.notTaken?.[name])?.data.notTaken?.[name]
