import type { Instant } from '../../../science/time.ts'
import type { DataOf, Kind } from '../event.ts'
import type { Entry } from '../log.ts'

/** What an entry said at one time: as first written, then after each of its corrections. */
export type Version<K extends Kind> = {
  data: DataOf<K>
  happenedAt: Instant
  /** It said that it should not have been written. */
  withdrawn: boolean
  writtenAt: Instant
  writtenBy: string
  reason: string
}

/** Every version of an entry, oldest first. The last is how it stands. */
export const versionsOf = <K extends Kind>(entry: Entry<K>): Version<K>[] => {
  const { original, data, happenedAt, recordedAt, recordedBy } = entry as Entry
  let version = {
    data: original?.data ?? data,
    happenedAt: original?.happenedAt ?? happenedAt,
    withdrawn: false,
    writtenAt: recordedAt,
    writtenBy: recordedBy,
    reason: '',
  }
  const all = [version]
  for (const correction of entry.corrections) {
    const { data: said, recordedAt: writtenAt, recordedBy: writtenBy } = correction
    version = {
      data: (said.data ?? version.data) as typeof version.data,
      happenedAt: said.happenedAt ?? version.happenedAt,
      withdrawn: said.withdrawn ?? false,
      writtenAt,
      writtenBy,
      reason: said.reason,
    }
    all.push(version)
  }
  return all as Version<K>[]
}

/** One thing that an entry said, over its versions. `replacedBy`: the version that said otherwise, or nothing more. */
export type Said<K extends Kind, T> = {
  key: string
  what: T
  version: Version<K>
  /** Which of the different things it said, from 0. */
  nth: number
  standing: boolean
  amended: boolean
  replacedBy?: Version<K> | undefined
}

/**
 * What an entry said and says, thing by thing: a correction of one value of a set leaves the others as they were. The
 * standing thing comes last of its key; what was replaced or withdrawn stays to be seen.
 */
export const saidBy = <K extends Kind, T>(
  entry: Entry<K>,
  things: (version: Version<K>) => Readonly<Record<string, T>>,
): Said<K, T>[] => {
  const versions = versionsOf(entry).map((version) => ({ version, says: version.withdrawn ? {} : things(version) }))
  const keys = new Set(versions.flatMap(({ says }) => Object.keys(says)))
  return [...keys].flatMap((key) => {
    const said: Said<K, T>[] = []
    let before: string | undefined
    for (const { version, says } of versions) {
      const what = (says as Readonly<Record<string, T>>)[key]
      const now = what === undefined ? undefined : JSON.stringify([version.happenedAt, what])
      if (now === before) continue
      before = now
      const last = said.at(-1)
      if (last?.standing) {
        last.standing = false
        last.replacedBy = version
      }
      if (what !== undefined)
        said.push({ key, what, version, nth: said.length, standing: true, amended: said.length > 0 })
    }
    return said
  })
}
