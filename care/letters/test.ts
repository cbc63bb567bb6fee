import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { MayShare } from '../../clinic/releases/may-share.ts'
import { named, released } from '../../clinic/releases/test.ts'
import type { As, testApp } from '../../server/test.ts'
import { planned } from '../plans/test.ts'
import type { Change, LetterKind, Section } from './letter.ts'
import type { LetterLine, Sending, Version } from './queries.ts'

export type LetterAnswer = {
  letter: LetterLine
  newest: Version
  versions: Pick<Version, 'id' | 'number' | 'at' | 'by' | 'signature'>[]
  derived: Section[]
  seen: string
  changed: Change[]
  sharing: MayShare
  sendings: Sending[]
  today: string
}

/** A letter through the routes: begun, and what can be done with it. */
export const begun = async (as: As, patientId: string, kind: LetterKind, recipientId: string | null = null) => {
  const all = `/api/patients/${patientId}/letters`
  const start = { id: randomUUID() as string, versionId: randomUUID(), kind, recipientId }
  const { status, json } = await as.post(all, start)
  assert.equal(status, 200, JSON.stringify(json))
  const path = `${all}/${start.id}`
  const read = async (): Promise<LetterAnswer> => {
    const { status, json } = await as.get(path)
    assert.equal(status, 200, JSON.stringify(json))
    return json as LetterAnswer
  }
  const write = async (change: object = {}, by: As = as) => {
    const { newest, seen } = await read()
    const { sections, substanceUse, number: after } = newest
    return by.post(`${path}/versions`, { id: randomUUID(), after, seen, sections, substanceUse, ...change })
  }
  const sign = async (by: As, change: object = {}) => {
    const { newest } = await read()
    const { id: versionId, textHash } = newest
    return by.post(`${path}/sign`, { id: randomUUID(), versionId, textHash, ...change })
  }
  const sent = async (change: object = {}) => {
    const { versions, today: sentOn } = await read()
    const versionId = versions.find(({ signature }) => signature)?.id ?? randomUUID()
    return as.post(`${path}/sent`, { id: randomUUID(), versionId, how: 'fax', sentOn, reach: '', words: '', ...change })
  }
  return { id: start.id, start, all, path, read, write, sign, sent }
}

/** A clinic with a patient under treatment, and letters about them to their referrer. */
export const lettersOf = async (app: Awaited<ReturnType<typeof testApp>>) => {
  const clinic = await app.clinicWith()
  const { frontDesk, monitor } = clinic
  const { patientId } = await planned(clinic, app.holding as never, app.clock.now)
  /** With what it takes to sign it unless said otherwise. */
  const toReferrer = async ({ release = true }: { release?: boolean } = {}) => {
    const to = await named(frontDesk, patientId)
    const releaseId = release ? await released(frontDesk, patientId, to) : undefined
    return { to, releaseId, ...(await begun(monitor, patientId, 'referrer', to)) }
  }
  return { clinic, patientId, toReferrer }
}
