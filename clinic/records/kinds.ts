import { z } from 'zod'
import { RuledClass } from '../../science/medicines/classes.ts'
import { Day } from '../../science/time.ts'
import { Mg } from '../../science/units.ts'
import { says } from '../../web/words/en/says/records.ts'
import { endsBefore, isAfter, PartialDate } from './partial-date.ts'
import { Telephone, TelephoneIfAny } from './telephone.ts'
import { optional, required, typed, YesOrNo } from './typed.ts'

/** An ICD-10-CM code: a letter, a digit, a digit or letter, and up to four more after a point. Its meaning is not checked. */
const Code = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/.test(text), says.notCode)

export const PatientProblem = z.object({
  words: required(says.what.problem, 500),
  code: Code.nullable().default(null),
  status: z.enum(['active', 'in remission', 'resolved'], {
    error: says.problemStatus,
  }),
  onset: PartialDate.nullable().default(null),
})

export const Medicine = z
  .object({
    name: required(says.what.medicine, 300),
    dose: optional(says.what.dose, 300),
    frequency: optional(says.what.frequency, 300),
    prescriber: optional(says.what.prescriber, 200),
    started: PartialDate.nullable().default(null),
    stopped: PartialDate.nullable().default(null),
    /** What a person says it is, where the shipped table does not know it. Empty: of no class that matters here. */
    classes: z.array(RuledClass, { error: says.classes }).max(RuledClass.options.length).nullable().default(null),
  })
  .refine(({ started, stopped }) => !started || !stopped || !endsBefore(started, stopped), {
    path: ['stopped'],
    message: says.stoppedBeforeStarted,
  })

export const Allergy = z.object({
  substance: required(says.what.substance, 300),
  reaction: optional(says.what.reaction, 500),
  severity: z.enum(['mild', 'moderate', 'severe']).nullable().default(null),
})

export const Contact = z.object({
  kind: z.enum(['emergency', 'escort'], { error: says.contactKind }),
  name: required(says.what.contactName, 200),
  phone: Telephone,
  relation: optional(says.what.relation, 200),
  isAdult: YesOrNo,
  note: optional(says.what.note, 1000),
})

export const Pharmacy = z.object({
  name: required(says.what.pharmacy, 200),
  phone: TelephoneIfAny,
  fax: TelephoneIfAny,
  address: optional(says.what.address, 500),
})

export const Coverage = z
  .object({
    kind: z.enum(['insurance', 'self-pay'], { error: says.whoPays }),
    payer: optional(says.what.insurer, 200),
    plan: optional(says.what.plan, 200),
    memberId: optional(says.what.memberNumber, 100),
    groupNumber: optional(says.what.groupNumber, 100),
    holder: optional(says.what.holder, 200),
  })
  .refine(({ kind, payer }) => kind === 'self-pay' || payer.trim() !== '', {
    path: ['payer'],
    message: says.insurerMissing,
  })

const count = (most: number) =>
  z
    .number({ error: says.count(most) })
    .int(says.count(most))
    .min(1, says.count(most))
    .max(most, says.count(most))
const KnownFrom = z.enum(['patient', 'pharmacy', 'pdmp', 'prescriber'], { error: says.knownFrom })

/** What was dispensed to take home. Null: not known. Esketamine is given under observation, and the database refuses it, too. */
export const Supply = z.object({
  drug: z
    .enum(['ketamine', 'esketamine'], { error: says.supplyDrug })
    .refine((drug) => drug === 'ketamine', says.neverTakenHome),
  mgPerUnit: Mg.nullable().default(null),
  units: count(1000).nullable().default(null),
  dispensedOn: Day,
  coversDays: count(400).nullable().default(null),
  dispensedBy: z.enum(['clinic', 'pharmacy', 'not known'], { error: says.dispensedBy }),
  pharmacy: optional(says.what.pharmacy, 200),
  knownFrom: KnownFrom,
  note: optional(says.what.note, 1000),
})

/** Take-home doses that are gone without being taken. */
export const Loss = z.object({
  what: z.enum(['lost', 'damaged'], { error: says.lossWhat }),
  units: count(1000).nullable().default(null),
  lostOn: PartialDate.nullable().default(null),
  knownFrom: KnownFrom,
  note: optional(says.what.note, 1000),
})

/** A psychiatric admission. Nobody is "not there any more" because nobody said that they still are. */
export const Admission = z
  .object({
    admittedOn: Day,
    stay: z.enum(['still there', 'discharged', 'not known'], { error: says.stay }),
    dischargedOn: Day.nullable().default(null),
    hospital: optional(says.what.hospital, 200),
    knownFrom: z.enum(['patient', 'family', 'hospital'], { error: says.knownFrom }),
    note: optional(says.what.note, 1000),
  })
  .refine(({ stay, dischargedOn }) => dischargedOn === null || stay === 'discharged', {
    path: ['dischargedOn'],
    message: says.notDischarged,
  })
  .refine(({ admittedOn, dischargedOn }) => dischargedOn === null || dischargedOn >= admittedOn, {
    path: ['dischargedOn'],
    message: says.dischargedBefore,
  })

/** What is kept about a patient as appended rows, by the name of its table. */
export const kinds = {
  problem: PatientProblem,
  medicine: Medicine,
  allergy: Allergy,
  contact: Contact,
  pharmacy: Pharmacy,
  coverage: Coverage,
  supply: Supply,
  loss: Loss,
  admission: Admission,
} as const
export type Kind = keyof typeof kinds
export type FactOf<K extends Kind> = z.infer<(typeof kinds)[K]>

/** Those that happened: they are corrected, or were a mistake, and do not end. */
export const happened = ['supply', 'loss', 'admission'] as const satisfies readonly Kind[]
export type Happened = (typeof happened)[number]
export const canEnd = (kind: Kind): boolean => !happened.some((one) => one === kind)

/** Which of them can be explicitly none. */
export const NoneKnownAbout = z.enum(['problem', 'medicine', 'allergy'])
export type NoneKnownAbout = z.infer<typeof NoneKnownAbout>

/** Between which days something about a patient can lie. */
export type LifeDays = { today: string; birthDate: string | null }

/** The dates in a fact that lie after today, or before the patient was born, each with a sentence. */
export const impossibleDates = (
  fact: Record<string, unknown>,
  { today, birthDate }: LifeDays,
): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const path of ['onset', 'started', 'stopped', 'on', 'dispensedOn', 'lostOn', 'admittedOn', 'dischargedOn']) {
    const date = fact[path]
    if (typeof date !== 'string') continue
    if (isAfter(date, today)) fields[path] = says.dateInFuture
    else if (birthDate && endsBefore(birthDate, date)) fields[path] = says.dateBeforeBirth
  }
  return fields
}

export const Why = typed(says.what.reason, 1000)
