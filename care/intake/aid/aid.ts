import { z } from 'zod'
import { aidWords as words } from '../../../web/words/en/aid.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import type { Asked } from '../questions.ts'

export const path = '/learn/decide'

export const matters = ['speed', 'supervision', 'cost', 'needles', 'travel', 'therapy', 'approval'] as const
export type Matter = (typeof matters)[number]

/** Of the questions of the self-check those that a person most needs to know of before they go on reading. */
export const healthAsked = [
  'pregnant',
  'aneurysm',
  'brainBleed',
  'ketamineReaction',
  'highBloodPressure',
  'pastPsychosis',
  'liver',
  'bladder',
  'otherDrugs',
] as const satisfies readonly Asked[]
export const practical = ['ride', 'twice', 'home'] as const

/** What the aid says to see whether it was understood; whether it is so, and the facts it rests on. */
export const claims = {
  approved: { isTrue: false, facts: ['PF-02'] },
  drive: { isTrue: false, facts: ['PD-11'] },
  worse: { isTrue: true, facts: ['PF-09'] },
  forever: { isTrue: false, facts: ['PF-29'] },
  free: { isTrue: true, facts: ['PO-01'] },
} as const
export type Claim = keyof typeof claims

export const ownLength = 3000

const keysOf = <K extends string>(rows: Readonly<Record<K, unknown>>): K[] => Object.keys(rows) as K[]
export const claimNames = keysOf(claims)
export const questionNames = keysOf(words.ask)
export const standings = keysOf(words.ready)
export type Standing = (typeof standings)[number]
/** Whether somebody feels ready to talk it over, in four lines of our own. */
export const preps = keysOf(words.prep)
export type Prep = (typeof preps)[number]
export const weights = keysOf(words.weights)

const yesNo = ['yes', 'no', 'not sure'] as const

/** Every field of the aid but the person's own words, with what can be answered. */
export const choices: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...matters.map((matter) => [`matters.${matter}`, weights] as const),
  ...healthAsked.map((asked) => [`health.${asked}`, yesNo] as const),
  ...practical.map((asked) => [`practical.${asked}`, yesNo] as const),
  ...claimNames.map((claim) => [`claim.${claim}`, ['true', 'false', 'not sure']] as const),
  ...questionNames.map((name) => [`ask.${name}`, ['yes']] as const),
  ['ready', standings],
  ...preps.map((prep) => [`prep.${prep}`, keysOf(words.preps)] as const),
])

/** What somebody answered, by field. A field that is not there was left open. */
export type Aid = Readonly<Record<string, string>>

const isAnswer = ([field, said]: [string, string]): boolean =>
  field === 'own'
    ? said.trim() !== '' && said.length <= ownLength && said.isWellFormed() && !said.includes('\0')
    : (choices.get(field)?.includes(said) ?? false)

/** A form sends each end of a line as two signs, and a field that just holds its most would be too long by them. */
export const aidIn = (form: Iterable<[string, string]>): Aid =>
  Object.fromEntries(
    [...form].map(([field, said]): [string, string] => [field, said.replaceAll('\r\n', '\n')]).filter(isAnswer),
  )

/** As it travels from page to page in a hidden field, and as it is kept. Anything else in it is dropped. */
export const AidText = z
  .string()
  .max(20_000)
  .transform((text): Aid => {
    try {
      const read = z.record(z.string(), z.string()).safeParse(JSON.parse(text))
      return read.success ? aidIn(Object.entries(read.data)) : {}
    } catch {
      return {}
    }
  })
  .catch({})

export const isEmpty = (aid: Aid): boolean => Object.keys(aid).length === 0

const answers: Record<string, string> = { yes: words.yes, no: words.no, 'not sure': words.notSure }
const truths: Record<string, string> = { true: words.isTrue, false: words.isFalse, 'not sure': words.notSure }

type Line = { asks: string; said: string | undefined }

/** The aid in words, question by question, as it is shown to whoever may read it; said is undefined where it was left open. */
export const aidLines = (aid: Aid): Line[] => {
  const said = (field: string, names: Readonly<Record<string, string>>) => names[aid[field] ?? '']
  const asked = questionNames.filter((name) => aid[`ask.${name}`] === 'yes').map((name) => words.ask[name])
  return [
    ...matters.map((one) => ({ asks: words.matters[one], said: said(`matters.${one}`, words.weights) })),
    ...healthAsked.map((one) => ({ asks: intakeWords.questions[one], said: said(`health.${one}`, answers) })),
    ...practical.map((one) => ({ asks: words.practical[one], said: said(`practical.${one}`, answers) })),
    ...claimNames.map((one) => ({ asks: words.claims[one], said: said(`claim.${one}`, truths) })),
    { asks: words.parts.questions, said: asked.join(' ') || undefined },
    { asks: words.own, said: aid.own },
    { asks: words.parts.ready, said: said('ready', words.ready) },
    ...preps.map((one) => ({ asks: words.prep[one], said: said(`prep.${one}`, words.preps) })),
  ]
}

/** What of it goes before the visit into the patient's own words: all they said, and nothing they left open. */
export const aidForIntake = (aid: Aid): string =>
  words.staff.toIntake(
    aidLines(aid)
      .filter(({ said }) => said !== undefined)
      .map(({ asks, said }) => `${asks}: ${said}`)
      .join('\n'),
  )
