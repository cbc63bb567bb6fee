import { z } from 'zod'
import { Pregnancy } from '../../science/criteria/facts.ts'
import type { Route } from '../../science/decide.ts'
import { type AsqResult, asqSinceLast, scoreAsq } from '../../science/instruments/asq.ts'
import { answersTo } from '../../science/instruments/instrument.ts'
import { maniaCheck } from '../../science/instruments/mania-check.ts'
import { sinceLast } from '../../science/instruments/since-last.ts'
import { urinary } from '../../science/instruments/urinary.ts'
import { aldrete, padss } from '../../science/scales/recovery.ts'
import type { ScoredScale } from '../../science/scales/scale.ts'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'

const yesNo = z.boolean()
const name = (missing: string) => z.string().trim().min(1, missing).max(200, says.tooLong)

/** `false`: asked, and there is nobody. */
const Escort = z.union([
  z.literal(false),
  z.object({
    name: name(says.escort),
    phone: z.string().trim().min(3, says.escortPhone).max(60, says.tooLong),
    relation: z.string().trim().max(200, says.tooLong).optional(),
  }),
])
export type Escort = z.infer<typeof Escort>

/** How the patient got what to do and when to get help in writing. */
export const InstructionsHow = z.enum(['printed', 'sent', 'given before'])
/** `false`: not given yet. `true`, in logs from before it was asked how: given. */
const Instructions = z.union([z.boolean(), InstructionsHow])

/** Ratings of 0 to 2, each by itself; one that is missing leaves the total unknown. */
const ratings = (scale: ScoredScale) =>
  z.strictObject(Object.fromEntries(scale.items.map(({ id }) => [id, z.literal([0, 1, 2]).nullish()])))

/** Asked and looked for before the dose, in this session; nothing is taken over from an earlier one. */
const beforeDose = {
  lastAteAt: Instant,
  lastDrankAt: Instant,
  escort: Escort,
  pregnancy: Pregnancy,
  alcoholToday: yesNo,
  otherSedationToday: yesNo,
  suicide: answersTo(asqSinceLast),
  mania: answersTo(maniaCheck),
  urinary: answersTo(urinary),
  sinceLast: answersTo(sinceLast),
  /** When a nasal steroid or decongestant was last used; `false`: asked, and none today. */
  nasalSprayAt: z.union([z.literal(false), Instant]),
  remsEnrolled: yesNo,
  settingCertified: yesNo,
  prescriberOnSite: yesNo,
  sinceLastWords: z.string().trim().min(1, says.words).max(2000, says.tooLong),
} as const

/** Asked and looked for before leaving. Only what was recorded after the last dose counts. */
const beforeRelease = {
  onRoomAir: yesNo,
  backToUsualSelf: yesNo,
  breathingResolved: yesNo,
  walksSteadily: yesNo,
  dizzy: yesNo,
  nauseaControlled: yesNo,
  painControlled: yesNo,
  aldrete: ratings(aldrete),
  padss: ratings(padss),
  suicideRiskAssessed: yesNo,
  escortPresent: yesNo,
  instructionsGiven: Instructions,
} as const

export type BeforeDoseKey = keyof typeof beforeDose
export type BeforeReleaseKey = keyof typeof beforeRelease

/** Only a nasal spray asks for these. */
const ofSpray: ReadonlySet<string> = new Set<BeforeDoseKey | BeforeReleaseKey>([
  'nasalSprayAt',
  'remsEnrolled',
  'settingCertified',
  'prescriberOnSite',
  'breathingResolved',
])

const keysOf = <Key extends string>(facts: Readonly<Record<Key, unknown>>, route: Route): Key[] =>
  (Object.keys(facts) as Key[]).filter((key) => route === 'esketamine' || !ofSpray.has(key))

/** What a route asks before the dose, and before leaving. */
export const beforeDoseKeys = (route: Route): BeforeDoseKey[] => keysOf<BeforeDoseKey>(beforeDose, route)
export const beforeReleaseKeys = (route: Route): BeforeReleaseKey[] => keysOf<BeforeReleaseKey>(beforeRelease, route)
export const isBeforeRelease = (key: string): key is BeforeReleaseKey => Object.hasOwn(beforeRelease, key)

const all = { ...beforeDose, ...beforeRelease }
export type FactKey = keyof typeof all
export type Facts = { [Key in FactKey]?: z.infer<(typeof all)[Key]> | undefined }

/** A list is asked when one of its questions has an answer; an empty one would read as asked. */
const lists = ['suicide', 'mania', 'urinary', 'sinceLast'] as const

const nullable = Object.fromEntries(Object.entries(all).map(([key, type]) => [key, type.nullish()])) as {
  [Key in FactKey]: z.ZodOptional<z.ZodNullable<(typeof all)[Key]>>
}

/** One or more facts. `null` says that what was entered before is not known after all; absent says nothing. */
export const FactsRecorded = z.object({
  facts: z
    .strictObject(nullable)
    .refine((facts) => Object.values(facts).some((value) => value !== undefined), { message: says.noFact })
    .refine((facts) => lists.every((key) => !facts[key] || Object.values(facts[key]).some((value) => value != null)), {
      message: says.noFact,
    }),
})

export const suicideScreen = (answers: Facts['suicide']): AsqResult | undefined =>
  answers ? scoreAsq(answers) : undefined

/** Whether they were given, however that was. */
export const instructionsGiven = (how: Facts['instructionsGiven']): boolean | undefined =>
  how === undefined ? undefined : how !== false

export const escortNamed = (escort: Facts['escort']): boolean | undefined =>
  escort === undefined ? undefined : escort !== false
