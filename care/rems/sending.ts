import { z } from 'zod'
import { remsForms } from '../../science/rems/form.ts'
import { Day, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/rems.ts'

const words = (most: number) => z.string().trim().max(most, says.tooLong)
const FormId = z.enum(remsForms.map(({ id }) => id) as [string, ...string[]], says.noForm)

/** How a form reached the programme. Evenkeel itself sends nothing. */
export const sentBy = ['portal', 'fax', 'other'] as const

/** Somebody says that they sent the form. The id is made on the device, so sending this twice is harmless. */
export const MarkSent = z.object({
  id: z.uuid(),
  form: FormId,
  how: z.enum(sentBy, says.how),
  sentOn: Day,
  confirmation: words(200).default(''),
  words: words(1000).default(''),
})
export type MarkSent = z.infer<typeof MarkSent>

/** A field that was asked for is answered. */
export const NewAnswer = z.object({
  id: z.uuid(),
  form: FormId,
  field: z.string().max(60),
  value: words(2000).min(1, says.empty),
})
export type NewAnswer = z.infer<typeof NewAnswer>

export type Sending = {
  id: string
  form: string
  how: (typeof sentBy)[number]
  sentOn: Day
  confirmation: string
  words: string
  missing: string[]
  hash: string
  at: Instant
  by: string
}

export const enrolmentSteps = ['signed', 'sent', 'confirmed', 'ended'] as const

/** Of a patient, or of the setting at one registered location. */
export type Whose = { patientId: string; locationId?: never } | { locationId: string; patientId?: never }

/** One step of an enrolment as it happened. */
const step = {
  step: z.enum(enrolmentSteps, says.step),
  day: Day,
  number: words(100).default(''),
  words: words(1000).default(''),
} as const
const endedWithReason = ({ step, words }: { step: string; words: string }) => step !== 'ended' || words !== ''
const whyEnded = { path: ['words'], message: says.whyEnded }
export const TypedStep = z.object(step).refine(endedWithReason, whyEnded)
export const NewStep = z.object({ id: z.uuid(), ...step }).refine(endedWithReason, whyEnded)
export type NewStep = z.infer<typeof NewStep>

export type EnrolmentStep = NewStep & { at: Instant; by: string }

/**
 * The step that an enrolment stands at: the one of the newest day, and of one day the last that was recorded. A paper of
 * earlier days that is written down later undoes nothing; an end that is recorded last counts, whichever day it names.
 * @param steps as they were recorded, the oldest first
 */
export const lastStep = (steps: readonly EnrolmentStep[]): EnrolmentStep | undefined => {
  const recorded = steps.at(-1)
  return recorded?.step === 'ended' ? recorded : steps.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)
}

/** Where it stands. `unknown` when nobody has recorded a step: that is not "enrolled", and not "not enrolled" either. */
export const enrolmentOf = (steps: readonly EnrolmentStep[]): 'unknown' | EnrolmentStep['step'] =>
  lastStep(steps)?.step ?? 'unknown'

/** The same with its day and who recorded it, to stand beside a question about it. It answers none. */
export type EnrolmentNow = { state: ReturnType<typeof enrolmentOf>; day?: Day; by?: string }
