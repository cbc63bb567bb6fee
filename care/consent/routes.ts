import { audited } from '../../clinic/audit/audited.ts'
import { seesEveryPatient } from '../../clinic/records/access.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { dayIn } from '../../science/day-in.ts'
import { says } from '../../web/words/en/says/consent.ts'
import { clinicOf } from '../sessions/queries.ts'
import { hashOf, publishedMeanwhile, saveDocument } from './changes.ts'
import { additionsIn, composed, missingWords, staleParagraphs } from './document.ts'
import { listDocuments } from './queries.ts'
import { listWaiting } from './queries-of-waiting.ts'
import { OfRoute, Publish } from './requests.ts'
import { linkConsentRoutes } from './routes-of-link.ts'
import { patientConsentRoutes } from './routes-of-patient.ts'
import { shipped as texts } from './shipped.ts'

const documents = route({
  method: 'GET',
  path: '/api/consent/documents/:route',
  may: 'consent.publish',
  params: OfRoute,
  async handle({ db, clinicId, params, now }) {
    const shipped = texts[params.route]
    const { versions, clinic } = await reading(db, { clinicId }, async (q) => ({
      versions: await listDocuments(q, params.route),
      clinic: await clinicOf(q),
    }))
    const [current] = versions
    const today = dayIn(clinic.timeZone, now)
    return {
      shipped,
      versions,
      additions: current ? additionsIn(current.content) : { under: {}, own: [] },
      stale: staleParagraphs(current?.content ?? composed(shipped, { under: {}, own: [] }), today),
    }
  },
})

const publish = route({
  method: 'POST',
  path: '/api/consent/documents/:route',
  may: 'consent.publish',
  params: OfRoute,
  body: Publish,
  limit: 512 * 1024,
  async handle({ db, clinicId, actor, params, body, now }) {
    const shipped = texts[params.route]
    const missing = missingWords(shipped, body.additions)
    if (Object.keys(missing).length > 0) {
      const fields = Object.fromEntries(Object.entries(missing).map(([path, why]) => [`additions.${path}`, why]))
      throw new Problem('invalid', says.stillMissing, { fields })
    }
    const versions = await reading(db, { clinicId }, (q) => listDocuments(q, params.route))
    const [newest] = versions
    const again = versions.find(({ id }) => id === body.id)
    if (again) {
      const same = again.whatChanged === body.whatChanged && again.hash === hashOf(composed(shipped, body.additions))
      if (same) return { version: again.version, hash: again.hash }
      throw new Problem('conflict', publishedMeanwhile().message, {
        first: { by: again.publishedBy, at: again.publishedAt },
      })
    }
    if ((newest?.version ?? 0) !== body.expected) {
      const first = newest && { by: newest.publishedBy, at: newest.publishedAt }
      throw new Problem('conflict', publishedMeanwhile().message, first ? { first } : {})
    }
    const version = body.expected + 1
    const content = composed(shipped, body.additions)
    const subject = { kind: 'consent document', id: body.id }
    const act = {
      clinicId,
      actor,
      action: 'consent.publish',
      at: now,
      subject,
      detail: { route: params.route, version },
    }
    const { whatChanged, id } = body
    return audited(db, act, async (tx) => {
      const { hash } = await saveDocument(tx, clinicId, { id, by: actor.id, now, version, content, whatChanged })
      return { version, hash }
    })
  },
})

const waiting = route({
  method: 'GET',
  path: '/api/consent/waiting',
  may: 'consent.read',
  async handle({ db, clinicId, actor, now }) {
    const own = seesEveryPatient(actor, 'consent.read') ? null : actor.id
    return { waiting: await reading(db, { clinicId }, (q) => listWaiting(q, own, now)) }
  },
})

export const consentRoutes: Route[] = [documents, publish, waiting, ...patientConsentRoutes, ...linkConsentRoutes]
