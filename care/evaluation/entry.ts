import { z } from 'zod'
import type { Standing } from '../../clinic/records/fact.ts'
import { optional, required, YesOrNo } from '../../clinic/records/typed.ts'
import { testNames, testOf } from '../../science/tests/tests.ts'
import { Day } from '../../science/time.ts'
import { stopReasons, trialKinds, trialResults } from '../../science/trials/trial.ts'
import { says } from '../../web/words/en/says/evaluation.ts'

const amount = (most: number) =>
  z.number({ error: says.number }).min(0, says.lowest(0)).max(most, says.highest(most)).nullable().default(null)

export const TrialTyped = z.object({
  medicine: required(says.what.tried, 200),
  what: z.enum(trialKinds, { error: says.whatTried }),
  mgPerDay: amount(20_000),
  leastMgPerDay: amount(20_000),
  weeks: amount(2_000),
  result: z.enum(trialResults).nullable().default(null),
  stopped: z.enum(stopReasons).nullable().default(null),
  inEpisode: YesOrNo,
  note: optional(says.what.note, 1_000),
})

export const ResultTyped = z
  .object({
    test: z.enum(testNames, { error: says.whichTest }),
    value: amount(100_000),
    word: z.string().max(40).nullable().default(null),
    lowest: amount(100_000),
    highest: amount(100_000),
    takenOn: Day,
    note: optional(says.what.note, 1_000),
  })
  .superRefine(({ test, value, word, lowest, highest }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const of = testOf(test)
    if (of.words) {
      if (word === null || !of.words.includes(word)) wrong('word', says.oneOf(of.words.join(', ')))
      if (value !== null) wrong('value', says.noNumber(of.name))
      return
    }
    if (word !== null) wrong('word', says.noWord(of.name))
    const [least, most] = of.possible
    if (value === null) wrong('value', says.mustBeNumber(of.name))
    else if (value < least || value > most) {
      wrong('value', says.notPossible(`${of.name} ${value} ${of.unit}`.trim(), least, most, of.slip ?? ''))
    }
    if (lowest !== null && highest !== null && lowest >= highest) wrong('highest', says.rangeSwapped)
  })

export const PdmpTyped = z.object({
  queriedOn: Day,
  programme: optional(says.what.programme, 200),
  found: z.enum(['nothing that matters here', 'controlled medicines', 'ketamine or esketamine'], { error: says.found }),
  note: optional(says.what.note, 1_000),
})

/** What an evaluation holds several of, by kind. */
export const entryKinds = { trial: TrialTyped, result: ResultTyped, pdmp: PdmpTyped } as const
export type EntryKind = keyof typeof entryKinds
export type EntryOf<K extends EntryKind> = z.infer<(typeof entryKinds)[K]>
export type Entries = { [K in EntryKind]: Standing<EntryOf<K>>[] }

const Id = z.uuid()
const changeOf = <K extends EntryKind>(kind: K) =>
  z.discriminatedUnion('change', [
    z.object({ kind: z.literal(kind), change: z.literal('recorded'), id: Id, content: entryKinds[kind] }),
    z.object({
      kind: z.literal(kind),
      change: z.literal('corrected'),
      id: Id,
      corrects: Id,
      content: entryKinds[kind],
      why: optional(says.what.note, 1_000),
    }),
    z.object({
      kind: z.literal(kind),
      change: z.literal('entered in error'),
      id: Id,
      corrects: Id,
      why: required(says.reason, 1_000),
    }),
  ])

/** What a screen sends: a new entry, a correction of one, or that it was never true. */
export const EntrySent = z.discriminatedUnion('kind', [changeOf('trial'), changeOf('result'), changeOf('pdmp')])

/** The same, for who stores it. */
export type EntryChange = {
  kind: EntryKind
  change: 'recorded' | 'corrected' | 'entered in error'
  id: string
  corrects?: string
  content?: object
  why?: string
}

/** The day in it that must not lie in the future, by its path. */
export const dayOf = (content: object | undefined): { path: string; day: string } | undefined => {
  for (const path of ['takenOn', 'queriedOn']) {
    const day = (content as Record<string, unknown> | undefined)?.[path]
    if (typeof day === 'string') return { path, day }
  }
  return undefined
}
