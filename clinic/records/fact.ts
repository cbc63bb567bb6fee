import { z } from 'zod'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/records.ts'
import { type FactOf, type Happened, type Kind, kinds, Why } from './kinds.ts'
import { PartialDate } from './partial-date.ts'
import { required } from './typed.ts'

/** What a row does: says something new, or something about the row that it names. */
export const Change = z.enum(['recorded', 'corrected', 'ended', 'entered in error'])
export type Change = z.infer<typeof Change>

/** One row, as it was written down. */
export type Row<Content> = Content & {
  id: string
  change: Change
  corrects: string | null
  why: string
  recordedAt: Instant
  recordedBy: string
}

/** The newest row of a fact, and every row before it, newest first. */
export type Standing<Content> = {
  now: Row<Content>
  before: Row<Content>[]
  state: 'current' | 'ended' | 'entered in error'
}

/**
 * What stands today. Rows that correct one another make one fact; its newest row says how it is. Nothing is dropped:
 * what ended or was a mistake is there, and says so.
 */
export const standing = <Content>(rows: readonly Row<Content>[]): Standing<Content>[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const corrected = new Set(rows.flatMap((row) => row.corrects ?? []))
  return rows
    .filter((row) => !corrected.has(row.id))
    .map((now) => {
      const before: Row<Content>[] = []
      let earlier = now.corrects === null ? undefined : byId.get(now.corrects)
      while (earlier) {
        before.push(earlier)
        earlier = earlier.corrects === null ? undefined : byId.get(earlier.corrects)
      }
      return { now, before, state: stateOf(now, before) }
    })
}

/** A correction of something that had ended leaves it ended; only the words change. */
const stateOf = <Content>(now: Row<Content>, before: readonly Row<Content>[]): Standing<Content>['state'] => {
  const last = [now, ...before].find((row) => row.change !== 'corrected')
  return last?.change === 'ended' ? 'ended' : last?.change === 'entered in error' ? 'entered in error' : 'current'
}

export const current = <Content>(facts: readonly Standing<Content>[]): Row<Content>[] =>
  facts.filter((fact) => fact.state === 'current').map((fact) => fact.now)

const Id = z.uuid(says.noProperId)

/** What a screen sends about something that happened: it can be corrected or taken back, and does not end. */
export const changeOfHappened = <K extends Happened>(kind: K) =>
  z.discriminatedUnion('change', [
    z.object({ change: z.literal('recorded'), id: Id, fact: kinds[kind] }),
    z.object({ change: z.literal('corrected'), id: Id, corrects: Id, fact: kinds[kind], why: Why.default('') }),
    z.object({ change: z.literal('entered in error'), id: Id, corrects: Id, why: required(says.what.reason, 1000) }),
  ])

/** What a screen sends to change a list: a new fact, a correction of one, its end, or that it was never true. */
export const changeOf = <K extends Kind>(kind: K) =>
  z.discriminatedUnion('change', [
    z.object({ change: z.literal('recorded'), id: Id, fact: kinds[kind] }),
    z.object({ change: z.literal('corrected'), id: Id, corrects: Id, fact: kinds[kind], why: Why.default('') }),
    z.object({
      change: z.literal('ended'),
      id: Id,
      corrects: Id,
      on: PartialDate.nullable().default(null),
      why: Why.default(''),
    }),
    z.object({ change: z.literal('entered in error'), id: Id, corrects: Id, why: required(says.what.reason, 1000) }),
  ])
export type ChangeOf<K extends Kind> =
  | { change: 'recorded'; id: string; fact: FactOf<K> }
  | { change: 'corrected'; id: string; corrects: string; fact: FactOf<K>; why: string }
  | { change: 'ended'; id: string; corrects: string; on: string | null; why: string }
  | { change: 'entered in error'; id: string; corrects: string; why: string }

/** What an explicit "none known" is worth today. */
export type NoneKnown = { recordedAt: Instant; recordedBy: string }

/**
 * A list is known only when it has entries, or when somebody said that there are none and nothing was listed since.
 * An empty list that nobody spoke about is unknown.
 */
export const knowledge = <Content>(
  facts: readonly Standing<Content>[],
  said: NoneKnown | undefined,
): { is: 'listed' } | ({ is: 'none known' } & NoneKnown) | { is: 'unknown' } => {
  if (current(facts).length > 0) return { is: 'listed' }
  const lastChange = facts
    .map((fact) => fact.now.recordedAt)
    .sort()
    .at(-1)
  if (said && (lastChange === undefined || said.recordedAt > lastChange)) return { is: 'none known', ...said }
  return { is: 'unknown' }
}
