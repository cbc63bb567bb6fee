import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { addDays, Day } from '../../science/time.ts'
import type { As } from '../../server/test.ts'
import { type Recipient, type Release, type ReleaseRequest, releaseText, type ToSign } from './release.ts'

export type ReleasesAnswer = {
  recipients: Recipient[]
  namings: { recipientId: string; name: string; reach: string; words: string; by: string }[]
  releases: Release[]
  asked: ReleaseRequest[]
  who: Omit<ToSign, 'recipient'> & { today: Day }
  mayPart2: boolean
}

type ReleaseToSign = {
  text: string
  textHash: string
  holds: string | null
  signed: { name: string; standing: string; backOn: string | null } | null
}

export const releasesOf = async (as: Pick<As, 'get'>, patientId: string): Promise<ReleasesAnswer> => {
  const { status, json } = await as.get(`/api/patients/${patientId}/releases`)
  assert.equal(status, 200, JSON.stringify(json))
  return json as ReleasesAnswer
}

/** Somebody outside, named for a patient. @returns the id */
export const named = async (as: As, patientId: string, change: object = {}): Promise<string> => {
  const body = { id: randomUUID(), relation: 'referrer', name: 'Dr. Refer Example', organisation: 'Example Practice' }
  const { status, json } = await as.post(`/api/patients/${patientId}/recipients`, { ...body, ...change })
  assert.equal(status, 200, JSON.stringify(json))
  return (json as { id: string }).id
}

/** A release as the screen sends it: everything but substance use, for treatment, from today for a month. */
export const aRelease = async (as: As, patientId: string, recipientId: string, change: object = {}) => {
  const { who, recipients } = await releasesOf(as, patientId)
  const recipient = recipients.find(({ id }) => id === recipientId)
  assert.ok(recipient)
  const body = {
    id: randomUUID() as string,
    recipientId,
    form: 'release' as const,
    contents: ['diagnoses', 'determination', 'medicines', 'plan', 'sessions', 'scores'] as Release['contents'],
    purposes: ['treatment'] as Release['purposes'],
    from: who.today,
    until: addDays(Day.parse(who.today), 365),
    signedName: 'Test Sample',
    signedOn: who.today,
    signedHow: 'on screen',
    keptWhere: '',
    ...change,
  }
  return { ...body, text: releaseText({ ...who, ...body, recipient }) }
}

/** Recorded through the routes. @returns the release's id */
export const released = async (as: As, patientId: string, recipientId: string, change: object = {}) => {
  const body = await aRelease(as, patientId, recipientId, change)
  const { status, json } = await as.post(`/api/patients/${patientId}/releases`, body)
  assert.equal(status, 200, JSON.stringify(json))
  return body.id
}

/** A Part 2 consent on its own, as 42 CFR Part 2 asks for one. */
export const part2 = { form: 'part 2', contents: ['substance use'] } as const

/** Asked for by staff, to be signed from a link. @returns the id, which the release gets too, and the link */
export const askedFor = async (as: As, patientId: string, recipientId: string, change: object = {}) => {
  const id = randomUUID() as string
  const body = { id, recipientId, form: 'release', contents: ['diagnoses', 'plan'], purposes: ['treatment'] }
  const { who } = await releasesOf(as, patientId)
  const asked = { ...body, until: addDays(Day.parse(who.today), 365), how: 'tablet', ...change }
  const { status, json } = await as.post(`/api/patients/${patientId}/releases/ask`, asked)
  assert.equal(status, 200, JSON.stringify(json))
  return { id, url: (json as { url: string }).url, asked }
}

/** What the holder of a link is shown. */
export const behindLink = async (patient: Pick<As, 'get'>): Promise<ReleaseToSign> => {
  const { status, json } = await patient.get('/api/link/release')
  assert.equal(status, 200, JSON.stringify(json))
  return json as ReleaseToSign
}
