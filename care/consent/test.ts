import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import type { Route } from '../../science/decide.ts'
import type { As, testApp } from '../../server/test.ts'
import { imKetamine } from './documents/im-ketamine.ts'
import { consentInForce } from './queries.ts'
import { shipped } from './shipped.ts'
import type { Asked } from './text.ts'
import { toTalkThrough } from './understanding.ts'

/** The clinic's words wherever our text says that only the clinic can say it. */
export const clinicWords = {
  under: Object.fromEntries(
    imKetamine.sections.flatMap(({ id, clinicMustSay }) =>
      clinicMustSay ? [[id, `What this clinic says about ${id}.`]] : [],
    ),
  ),
  own: [],
}

/** Every point of every text: what a text does not have is not kept. */
const pointIds = Object.values(shipped).flatMap(({ points = [] }) => points.map(({ id }) => id))

export const published = async (
  as: As,
  expected = 0,
  route: Route = 'im',
): Promise<{ version: number; hash: string }> => {
  const body = { id: randomUUID(), expected, additions: clinicWords, whatChanged: `Version ${expected + 1}` }
  const { status, json } = await as.post(`/api/consent/documents/${route}`, body)
  assert.equal(status, 200, JSON.stringify(json))
  return json as { version: number; hash: string }
}

export const askedToSign = async (
  as: As,
  patientId: string,
  route: Route = 'im',
): Promise<{ requestId: string; url: string }> => {
  const requestId = randomUUID()
  const body = {
    id: requestId,
    route,
    how: 'tablet',
    present: true,
    treatedFor: 'Depression',
    aim: 'Feeling better',
  }
  const { status, json } = await as.post(`/api/patients/${patientId}/consent`, body)
  assert.equal(status, 200, JSON.stringify(json))
  return { requestId, url: (json as { url: string }).url }
}

/** What the holder of a link sees. */
export type Opened = {
  asked: Asked
  textHash: string
  holds: string | null
  questions: { id: string; section: string; words: string; answer: string | null }[]
  answered: { checkId: string; choice: string }[]
  signed: { id: string; at: string; name: string } | null
}

type Holder = Pick<As, 'get' | 'post'>

export const opened = async (patient: Holder): Promise<Opened> => {
  const { status, json } = await patient.get('/api/link/consent')
  assert.equal(status, 200, JSON.stringify(json))
  return json as Opened
}

/** Every question on the text answered as the text says. @returns what can then be signed */
export const understoodBy = async (patient: Holder): Promise<Opened> => {
  const { asked } = await opened(patient)
  for (const { id: checkId, right: choice } of asked.content.checks ?? []) {
    const { status, json } = await patient.post('/api/link/consent/check', { id: randomUUID(), checkId, choice })
    assert.equal(status, 200, JSON.stringify(json))
  }
  const found = await opened(patient)
  assert.deepEqual(toTalkThrough(found.asked.content, found.answered), [])
  return found
}

export const signature = (textHash: string, signedName = 'Test Sample') => ({
  id: randomUUID() as string,
  textHash,
  signedName,
  deviceKind: 'phone',
  confirms: true,
  confirmed: [...pointIds],
})

/** A patient whose consent is in force: published, asked, signed, countersigned. */
export const consented = async (
  clinic: { prescriber: As; monitor: As },
  holding: (url: string) => Holder,
  patientId: string,
  route: Route = 'im',
): Promise<{ requestId: string }> => {
  const documents = await clinic.prescriber.get(`/api/consent/documents/${route}`)
  if ((documents.json as { versions: unknown[] }).versions.length === 0) await published(clinic.prescriber, 0, route)
  const { requestId, url } = await askedToSign(clinic.monitor, patientId, route)
  const patient = holding(url)
  const { textHash } = await understoodBy(patient)
  const signed = await patient.post('/api/link/consent/sign', signature(textHash))
  assert.equal(signed.status, 200, JSON.stringify(signed.json))
  const path = `/api/patients/${patientId}/consent/${requestId}/countersign`
  const counter = await clinic.prescriber.post(path, { id: randomUUID(), textHash })
  assert.equal(counter.status, 200, JSON.stringify(counter.json))
  return { requestId }
}

/** A clinic with one patient, and how their consent stands. */
export const startedWith = async (app: Awaited<ReturnType<typeof testApp>>) => {
  const clinic = await app.clinicWith()
  const { id: patientId } = await registered(clinic.monitor, { givenName: 'Tést', familyName: 'Sample' })
  const standing = () => reading(app.db, { clinicId: clinic.clinicId }, (q) => consentInForce(q, patientId, 'im'))
  return { ...clinic, patientId, standing, at: `/api/patients/${patientId}/consent` }
}
