import { audited } from '../../clinic/audit/audited.ts'
import type { Context } from '../../clinic/request/route.ts'
import { closeAlerts } from '../../clinic/safety/changes.ts'
import { reading } from '../../database/read.ts'
import type { Tx } from '../../database/types.ts'
import type { Finding } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { gateRules } from './alerts.ts'
import { raiseFor, waitForSession } from './changes.ts'
import { protocolFor } from './protocol.ts'
import { findSession } from './queries.ts'

type By = { byId: string; now: Instant }

/**
 * A prescriber has decided about what held the dose: its alerts are closed with that decision. With a dose only those that
 * they gave a reason for: what held since the clearance.
 */
export const closeDecided = async (
  tx: Tx,
  sessionId: string,
  decision: 'cleared' | 'not cleared' | 'given',
  by: By,
  answered?: readonly string[],
) => {
  const row = await findSession(tx, sessionId)
  if (!row) return
  const rules = gateRules(protocolFor(row.route, undefined)).filter((rule) => !answered || answered.includes(rule))
  await closeAlerts(tx, { about: sessionId, rules, words: says.gateDecided(decision), ...by })
}

/** Red lines that refuse a release: whoever is responsible has them until the patient leaves with every criterion met. */
const releaseRules = ['RL-20', 'RL-21', 'RL-22', 'RL-23'] as const

/** A release that was tried too early is somebody's to look at, although nothing came of it. */
export const tellOfRefusal = async (
  { db, clinicId, actor, now }: Pick<Context, 'db' | 'clinicId' | 'actor' | 'now'>,
  { sessionId, entry, refused }: { sessionId: string; entry: string; refused: readonly Finding[] },
): Promise<void> => {
  const lines = refused.filter(({ rule }) => (releaseRules as readonly string[]).includes(rule))
  const row = await reading(db, { clinicId }, (q) => findSession(q, sessionId))
  if (lines.length === 0 || !row) return
  const { patientId, responsibleId: ownerId } = row
  const subject = { kind: 'session', id: sessionId }
  const detail = { rules: lines.map(({ rule }) => rule) }
  const act = { clinicId, actor, action: 'sessions.release-refused', at: now, subject, patientId, detail }
  await audited(db, act, async (tx) => {
    await waitForSession(tx, sessionId)
    await raiseFor(
      tx,
      lines,
      { answers: lines.map(({ rule, answer }) => [rule, answer]) },
      { sessionId, patientId, ownerId, eventId: entry, now },
    )
  })
}

export const closeReleased = (tx: Tx, sessionId: string, by: By): Promise<number> =>
  closeAlerts(tx, { about: sessionId, rules: releaseRules, words: says.releaseMet, ...by })
