import { type Instant, minutesBetween } from '../../science/time.ts'
import type { Entry } from './log.ts'

/** Minutes within which the ratings of one score belong to one look. */
const oneLookMinutes = 10
const scales = ['padss', 'aldrete'] as const

type Look = { scale: string; ratings: Readonly<Record<string, unknown>>; by: string; at: Instant }

/** A score that is entered rating by rating: each tap is an entry of its own, so that none is lost. */
const lookOf = (entry: Entry): Look | undefined => {
  if (entry.kind !== 'facts' || entry.withdrawn || entry.corrections.length > 0) return undefined
  const said = Object.entries(entry.data.facts).filter(([, value]) => value !== undefined)
  const [only, ...more] = said
  const scale = scales.find((name) => name === only?.[0])
  if (!only || !scale || more.length > 0 || only[1] === null) return undefined
  return { scale, ratings: only[1] as Look['ratings'], by: entry.recordedBy, at: entry.happenedAt }
}

const given = ({ ratings }: Look) => Object.entries(ratings).filter(([, value]) => value != null)

/** Says all that the first one said, and more. */
const goesOn = (first: Look, next: Look): boolean =>
  first.scale === next.scale &&
  first.by === next.by &&
  minutesBetween(first.at, next.at) <= oneLookMinutes &&
  given(next).length > given(first).length &&
  given(first).every(([item, value]) => next.ratings[item] === value)

/**
 * The log as it is read: of one score the last entry of a look, which says all that the taps before it said. A rating that
 * was changed stays to be seen. Nothing is left out of the log itself.
 */
export const withoutSteps = (log: readonly Entry[]): Entry[] => {
  const looks = log.map(lookOf)
  return log.filter((_, index) => {
    const look = looks[index]
    const next = look && looks.find((one, later) => later > index && one?.scale === look.scale)
    return !(look && next && goesOn(look, next))
  })
}
