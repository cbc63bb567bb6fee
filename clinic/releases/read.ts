import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import type { Actor } from '../accounts/actor.ts'
import { mayDo } from '../accounts/permissions.ts'
import { mayOpenChart } from '../records/access.ts'
import { Problem } from '../request/problem.ts'
import { findWho, listNamings, listRecipients, listReleases } from './queries.ts'
import { addressFor, findReach, listUnsigned } from './queries-of-request.ts'
import type { Release, ReleaseRequest } from './release.ts'

/**
 * Who, to whom, and what was signed, as far as this person may see it. That a Part 2 consent exists says something about
 * the patient, and so may what was typed when one was taken back, set aside or
 * corrected: only who reads this patient’s record meets either.
 */
export const readReleases = async (q: Query, patientId: string, actor: Actor, now: Instant) => {
  const readsRecord = actor.kind === 'staff' && mayDo(actor.roles, 'records.read')
  const [who, recipients, namings, releases, unsigned, reach, reaches] = await Promise.all([
    findWho(q, patientId, now),
    listRecipients(q, patientId),
    listNamings(q, patientId),
    listReleases(q, patientId),
    listUnsigned(q, patientId),
    findReach(q, patientId),
    mayOpenChart(q, actor, patientId, 'records.read'),
  ])
  if (!who || !reach) throw new Problem('not-found', says.noSuchRelease)
  const mayPart2 = readsRecord && reaches
  const seen = mayPart2 ? releases : releases.filter(({ form }) => form === 'release').map(withoutWords)
  const asked = mayPart2 ? unsigned : unsigned.filter(({ form }) => form === 'release').map(withoutReason)
  const named = mayPart2 ? namings : namings.map((naming) => ({ ...naming, words: '' }))
  const ways = { mail: addressFor('mail', reach) !== undefined, sms: addressFor('sms', reach) !== undefined }
  return { who, recipients, namings: named, releases: seen, asked, ways, reach, mayPart2 }
}

const withoutReason = (asked: ReleaseRequest): ReleaseRequest =>
  asked.aside ? { ...asked, aside: { ...asked.aside, words: '' } } : asked

const withoutWords = (release: Release): Release =>
  release.revoked ? { ...release, revoked: { ...release.revoked, words: '' } } : release
