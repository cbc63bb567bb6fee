import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import type { Actor } from '../accounts/actor.ts'
import { mayDo } from '../accounts/permissions.ts'
import { mayOpenChart } from '../records/access.ts'
import { Problem } from '../request/problem.ts'
import { findWho, listRecipients, listReleases } from './queries.ts'
import type { Release } from './release.ts'

/**
 * Who, to whom, and what was signed, as far as this person may see it. That a Part 2 consent exists says something about
 * the patient, and so may what they said when they took one back: only who reads this patient's record meets either.
 */
export const readReleases = async (q: Query, patientId: string, actor: Actor, now: Instant) => {
  const readsRecord = actor.kind === 'staff' && mayDo(actor.roles, 'records.read')
  const [who, recipients, releases, reaches] = await Promise.all([
    findWho(q, patientId, now),
    listRecipients(q, patientId),
    listReleases(q, patientId),
    mayOpenChart(q, actor, patientId, 'records.read'),
  ])
  if (!who) throw new Problem('not-found', says.noSuchRelease)
  const mayPart2 = readsRecord && reaches
  const seen = mayPart2 ? releases : releases.filter(({ form }) => form === 'release').map(withoutWords)
  return { who, recipients, releases: seen, mayPart2 }
}

const withoutWords = (release: Release): Release =>
  release.revoked ? { ...release, revoked: { ...release.revoked, words: '' } } : release
