import type { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { type Content, type PlainContent, type Purpose, type Recipient, type Release, standingOn } from './release.ts'

export type Sharing = {
  recipientId: string
  /** Whether the recipient was set aside. */
  aside: Recipient['aside']
  purpose: Purpose
  /** What is in it, substance use aside. */
  contents: readonly PlainContent[]
  /** Whether anything in it is about substance use or its treatment; null: nobody has said. */
  substanceUse: boolean | null
  /** The day on which it leaves. */
  on: Day
}

export type MayShare =
  /** `records`: the releases that it rests on. `notice`: it goes out with a word against passing it on. */
  { may: true; records: string[]; notice: boolean } | { may: false; because: string[] }

/**
 * Whether something about a patient may go to somebody outside, for a purpose, on a day. The only place that says so:
 * everything that leaves the clinic for a third party asks here. Each kind of content needs a release of its own right;
 * what nobody has said holds.
 * Sources: science/sharing.ts (G6-release, G6-part-2, G6-substance-use).
 * @param releases all of this patient's, of any recipient
 */
export const mayShare = (sharing: Sharing, releases: readonly Release[]): MayShare => {
  const { contents, substanceUse } = sharing
  const needed: Content[] = [...new Set<Content>([...contents, ...(substanceUse ? (['substance use'] as const) : [])])]
  const found = needed.map((content) => ({ content, ...coverOf(content, sharing, releases) }))
  const missing = found.flatMap(({ content, missing }) => (missing === undefined ? [] : [{ content, missing }]))
  const because = [
    ...(sharing.aside ? [says.recipientAside] : []),
    ...(needed.length === 0 ? [says.nothingNamed] : []),
    ...(substanceUse === null ? [says.substanceUseNotSaid] : []),
    ...[...Map.groupBy(missing, (one) => one.missing)].map(([why, those]) =>
      says.missing(
        those.map(({ content }) => content),
        why,
      ),
    ),
  ]
  if (because.length > 0) return { may: false, because }
  const records = [...new Set(found.flatMap(({ record }) => (record === undefined ? [] : [record])))]
  return { may: true, records, notice: substanceUse === true }
}

/** The newest release that covers this content, or what is missing from the one that comes nearest. */
const coverOf = (
  content: Content,
  { recipientId, purpose, on }: Sharing,
  releases: readonly Release[],
): { record?: string; missing?: string } => {
  const theirs = releases.filter((release) => release.recipientId === recipientId)
  if (theirs.length === 0) return { missing: says.noRelease }
  const named = theirs.filter((release) => release.contents.includes(content))
  if (named.length === 0) return { missing: content === 'substance use' ? says.noPart2 : says.otherContent }
  const forThis = named.filter((release) => release.purposes.includes(purpose))
  if (forThis.length === 0) return { missing: says.otherPurpose(purpose) }
  const inForce = forThis.findLast((release) => standingOn(release, on) === 'in force')
  if (inForce) return { record: inForce.id }
  const last = forThis.at(-1)
  return {
    missing: last ? says.notInForce(standingOn(last, on), last.from, last.until, last.revoked?.on) : says.noRelease,
  }
}
