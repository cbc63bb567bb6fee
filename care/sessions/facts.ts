import { z } from 'zod'
import { Pregnancy } from '../../science/criteria/facts.ts'
import { scoreAsq } from '../../science/instruments/asq.ts'
import { Instant } from '../../science/time.ts'
import { says } from './sentences.ts'

/** What may be new since the last visit. Each is asked by itself; one that was not asked is unknown. */
export const newThings = [
  'medicine started, stopped or changed',
  'illness or injury',
  'hospital or emergency visit',
  'new allergy',
  'fall',
  'anything else',
] as const

const yesNo = z.boolean()
const asqAnswer = z.enum(['yes', 'no', 'declined'])
const score = z.number().int().min(0, says.score).max(10, says.score)

/** `false`: asked, and there is nobody. */
const Escort = z.union([
  z.literal(false),
  z.object({
    name: z.string().trim().min(1, says.escort).max(200, says.tooLong),
    phone: z.string().trim().min(3, says.escortPhone).max(60, says.tooLong),
    relation: z.string().trim().max(200, says.tooLong).optional(),
  }),
])
export type Escort = z.infer<typeof Escort>

/** Asked and looked for before the dose, in this session; nothing is taken over from an earlier one. */
const beforeDose = {
  lastAteAt: Instant,
  lastDrankAt: Instant,
  escort: Escort,
  pregnancy: Pregnancy,
  alcoholToday: yesNo,
  otherSedationToday: yesNo,
  asq: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), asqAnswer),
  newManiaOrPsychosis: yesNo,
  newOrWorseUrinarySymptoms: yesNo,
  newSinceLast: z.object({
    asked: z.partialRecord(z.enum(newThings), yesNo),
    words: z.string().trim().max(2000, says.tooLong).optional(),
  }),
} as const

/** Asked and looked for before leaving. Only what was recorded after the last dose counts. */
const beforeRelease = {
  onRoomAir: yesNo,
  backToUsualSelf: yesNo,
  walksSteadily: yesNo,
  dizzy: yesNo,
  nauseaControlled: yesNo,
  painControlled: yesNo,
  aldrete: score,
  padss: score,
  suicideRiskAssessed: yesNo,
  escortPresent: yesNo,
  instructionsGiven: yesNo,
} as const

export const beforeDoseKeys = Object.keys(beforeDose) as (keyof typeof beforeDose)[]
export const beforeReleaseKeys = Object.keys(beforeRelease) as (keyof typeof beforeRelease)[]

const all = { ...beforeDose, ...beforeRelease }
export type FactKey = keyof typeof all
export type Facts = { [Key in FactKey]?: z.infer<(typeof all)[Key]> | undefined }

const nullable = Object.fromEntries(Object.entries(all).map(([key, type]) => [key, type.nullish()])) as {
  [Key in FactKey]: z.ZodOptional<z.ZodNullable<(typeof all)[Key]>>
}

/** One or more facts. `null` says that what was entered before is not known after all; absent says nothing. */
export const FactsRecorded = z.object({
  facts: z
    .strictObject(nullable)
    .refine((facts) => Object.values(facts).some((value) => value !== undefined), { message: says.noFact }),
})

/** Whether anything is new: one Yes settles it; it is No only when every question was answered No. */
export const somethingNew = (recorded: Facts['newSinceLast']): boolean | undefined => {
  if (!recorded) return undefined
  const answers = newThings.map((thing) => recorded.asked[thing])
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

export const suicideScreen = (answers: Facts['asq']) => (answers ? scoreAsq(answers) : undefined)

export const escortNamed = (escort: Facts['escort']): boolean | undefined =>
  escort === undefined ? undefined : escort !== false
