import { z } from 'zod'
import { isTimeZone } from '../../science/time.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { askingHours } from './hours.ts'

/** How a patient wants to be asked. Null is "as the clinic does it". */
export const AskingChoice = z.object({
  id: z.uuid(),
  asked: z.boolean(),
  hour: z
    .string()
    .refine((hour) => askingHours.includes(hour), says.whichHour)
    .nullable(),
  timeZone: z.string().refine(isTimeZone, says.whichZone).nullable(),
  /** What becomes of text messages to the number on record; absent: as it is. */
  texts: z.enum(['stop', 'start']).optional(),
})
export type AskingChoice = z.infer<typeof AskingChoice>

/** What holds now, and what the clinic does where the patient chose nothing. */
export type AskingNow = Pick<AskingChoice, 'asked' | 'hour' | 'timeZone'> & {
  clinicHour: string
  /** The zone in which the hour is meant where the patient chose none: on record, or else the clinic's. */
  otherwiseZone: string
  /** `none`: they are not written to by text at all. */
  texts: 'none' | 'on' | 'stopped'
}
