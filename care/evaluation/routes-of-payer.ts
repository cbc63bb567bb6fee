import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { waitForReleases } from '../../clinic/releases/changes.ts'
import { findWho, listRecipients, listReleases } from '../../clinic/releases/queries.ts'
import { recipientName } from '../../clinic/releases/release.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says as evaluationSays } from '../../web/words/en/says/evaluation.ts'
import { says } from '../../web/words/en/says/payer.ts'
import { isPayerTextStored, listPayerTexts, savePayerText } from './changes-of-payer.ts'
import { mayGoToPayer, openPayerWords, type PayerAnswer, TakePayerText } from './payer-taken.ts'

const of = {
  path: '/api/patients/:patientId/payer-text',
  patient: 'patientId',
  params: z.object({ patientId: z.uuid() }),
} as const

const standingOf = async (q: Query, patientId: string, now: Instant) => {
  const [who, recipients, releases] = await Promise.all([
    findWho(q, patientId, now),
    listRecipients(q, patientId),
    listReleases(q, patientId),
  ])
  if (!who) throw new Problem('not-found', evaluationSays.noSuchPatient)
  return { today: who.today, payers: recipients.filter(({ relation }) => relation === 'payer'), releases }
}

/** The text for the payer leaves like a letter: under a release to that payer for payment, kept as it was. */
export const payerRoutes: Route[] = [
  route({
    method: 'GET',
    may: 'evaluation.read',
    opens: 'evaluation.open',
    ...of,
    handle: ({ db, clinicId, params: { patientId }, now }): Promise<PayerAnswer> =>
      reading(db, { clinicId }, async (q) => {
        const [{ today, payers, releases }, taken] = await Promise.all([
          standingOf(q, patientId, now),
          listPayerTexts(q, patientId),
        ])
        return {
          payers: payers
            .filter(({ aside }) => !aside)
            .map((payer) => ({
              id: payer.id,
              name: recipientName(payer),
              sharing: mayGoToPayer({ recipientId: payer.id, aside: false, substanceUse: false, on: today }, releases),
            })),
          taken,
        }
      }),
  }),
  route({
    method: 'POST',
    may: 'evaluation.write',
    ...of,
    body: TakePayerText,
    async handle({ db, clinicId, actor, now, params: { patientId }, body }) {
      const { recipientId, substanceUse } = body
      const open = openPayerWords(body)
      if (open.length > 0) {
        const why = says.words(open)
        throw new Problem('invalid', why, { fields: { substanceUse: why } })
      }
      const subject = { kind: 'payer text', id: body.id }
      const act = { clinicId, actor, action: 'evaluation.payer-text', at: now, subject, patientId }
      await audited(db, { ...act, detail: { recipientId } }, async (tx) => {
        await waitForReleases(tx, patientId)
        const { today, payers, releases } = await standingOf(tx, patientId, now)
        const payer = payers.find(({ id }) => id === recipientId)
        if (!payer) throw new Problem('invalid', says.noSuchPayer, { fields: { recipientId: says.noSuchPayer } })
        const taking = { ...body, patientId, onDay: today, by: actor.id, now }
        // Stored already: whatever became of the release since, it was taken.
        if (await isPayerTextStored(tx, { ...taking, releaseIds: [] })) return
        const answer = mayGoToPayer({ recipientId, aside: payer.aside, substanceUse, on: today }, releases)
        if (!answer.may) {
          const because = answer.because.map((one) => ({ id: 'release', answer: 'met' as const, says: one }))
          throw new Problem('rule-held', says.notReleased, { because })
        }
        await savePayerText(tx, { ...taking, releaseIds: answer.records })
      })
      return { id: body.id }
    },
  }),
]
