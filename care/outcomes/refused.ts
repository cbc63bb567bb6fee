import type { Actor } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { stateOf } from '../../clinic/links/link.ts'
import { findLink } from '../../clinic/links/queries.ts'
import type { Context } from '../../clinic/request/route.ts'
import { readAnswers } from '../../clinic/responses/instruments.ts'
import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import { listOpenRules } from '../../clinic/safety/open.ts'
import { reading } from '../../database/read.ts'
import type { Instrument } from '../../science/instruments/instrument.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import type { Sent } from './sheets.ts'

type Call = Pick<Context, 'db' | 'clinicId' | 'now'> & { actor: Actor }

/**
 * Answers that were refused because of their link are no response: nobody knows whose they are. But what they call for at
 * once is not refused with them: somebody is told, by the same rules as of answers that arrived, and that these are not
 * stored. One alert about a link stands for all that comes through it until somebody closes it.
 */
export const tellOfRefused = async (
  { db, clinicId, actor, now }: Call,
  instruments: readonly Instrument[],
  responses: Sent['responses'],
): Promise<void> => {
  if (actor.kind !== 'link') return
  const { id, patientId } = actor
  const found = responses.flatMap(({ instrument, answers }) => {
    const asked = instruments.find((one) => one.id === instrument)
    const { flags } = asked ? readAnswers(asked, answers) : { flags: [] }
    return flags.filter(({ level }) => level !== 'review').map((flag) => ({ flag, instrument, answers }))
  })
  if (found.length === 0) return
  const subject = { kind: 'link', id }
  const { link, open } = await reading(db, { clinicId }, async (q) => ({
    link: await findLink(q, id),
    open: await listOpenRules(q, subject, patientId),
  }))
  const fresh = found.filter(({ flag }) => !open.includes(flag.id))
  if (!link || fresh.length === 0) return
  const state = stateOf(link, now)
  const why = state === 'live' ? says.refused.used : says.refused[state]
  const act = { clinicId, actor, action: 'outcomes.refused', at: now, subject, patientId, detail: { state } }
  await audited(db, act, async (tx) => {
    const minutes = await findDueMinutes(tx)
    for (const { flag, instrument, answers } of fresh)
      await raiseAlert(tx, {
        patientId,
        ruleId: flag.id,
        level: flag.level,
        about: subject,
        now,
        dueMinutes: minutes[flag.level],
        ownerRole: 'prescriber',
        says: `${flag.says} ${why}`,
        source: flag.source,
        inputs: { instrument, answers, link: state },
      })
  })
}
