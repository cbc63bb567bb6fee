import { z } from 'zod'
import { endsBefore, isAfter, PartialDate } from './partial-date.ts'
import { Telephone, TelephoneIfAny } from './telephone.ts'
import { optional, required, typed, YesOrNo } from './typed.ts'

/** An ICD-10-CM code: a letter, a digit, a digit or letter, and up to four more after a point. Its meaning is not checked. */
const Code = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine(
    (text) => /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/.test(text),
    'This does not look like an ICD-10-CM code. It should read like F33.2; leave it empty if you are not sure.',
  )

export const PatientProblem = z.object({
  words: required('The problem', 500),
  code: Code.nullable().default(null),
  status: z.enum(['active', 'in remission', 'resolved'], {
    error: 'Say whether it is active, in remission or resolved.',
  }),
  onset: PartialDate.nullable().default(null),
})

export const Medicine = z
  .object({
    name: required('The name of the medicine', 300),
    dose: optional('The dose', 300),
    frequency: optional('How often', 300),
    prescriber: optional('Who prescribes it', 200),
    started: PartialDate.nullable().default(null),
    stopped: PartialDate.nullable().default(null),
  })
  .refine(({ started, stopped }) => !started || !stopped || !endsBefore(started, stopped), {
    path: ['stopped'],
    message: 'It was stopped before it was started. Check both dates.',
  })

export const Allergy = z.object({
  substance: required('The substance', 300),
  reaction: optional('What happens', 500),
  severity: z.enum(['mild', 'moderate', 'severe']).nullable().default(null),
})

export const Contact = z.object({
  kind: z.enum(['emergency', 'escort'], { error: 'Say whether this is an emergency contact or an escort.' }),
  name: required('The name', 200),
  phone: Telephone,
  relation: optional('The relation', 200),
  isAdult: YesOrNo,
  note: optional('The note', 1000),
})

export const Pharmacy = z.object({
  name: required('The name of the pharmacy', 200),
  phone: TelephoneIfAny,
  fax: TelephoneIfAny,
  address: optional('The address', 500),
})

export const Coverage = z
  .object({
    kind: z.enum(['insurance', 'self-pay'], { error: 'Say whether insurance pays or the patient does.' }),
    payer: optional('The insurer', 200),
    plan: optional('The plan', 200),
    memberId: optional('The member number', 100),
    groupNumber: optional('The group number', 100),
    holder: optional('Who holds the policy', 200),
  })
  .refine(({ kind, payer }) => kind === 'self-pay' || payer.trim() !== '', {
    path: ['payer'],
    message: 'The insurer is missing.',
  })

/** What is kept about a patient as appended rows, by the name of its table. */
export const kinds = {
  problem: PatientProblem,
  medicine: Medicine,
  allergy: Allergy,
  contact: Contact,
  pharmacy: Pharmacy,
  coverage: Coverage,
} as const
export type Kind = keyof typeof kinds
export type FactOf<K extends Kind> = z.infer<(typeof kinds)[K]>

/** Which of them can be explicitly none. */
export const NoneKnownAbout = z.enum(['problem', 'medicine', 'allergy'])
export type NoneKnownAbout = z.infer<typeof NoneKnownAbout>

/** The dates in a fact that lie after today, each with a sentence. */
export const datesInTheFuture = (fact: Record<string, unknown>, today: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const path of ['onset', 'started', 'stopped']) {
    const date = fact[path]
    if (typeof date === 'string' && isAfter(date, today)) fields[path] = 'This date is in the future.'
  }
  return fields
}

export const Why = typed('The reason', 1000)
