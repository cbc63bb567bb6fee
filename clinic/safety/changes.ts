import { randomUUID } from 'node:crypto'
import { sql } from '../../database/sql.ts'
import type { Statement, Tx } from '../../database/types.ts'
import type { Source } from '../../science/sources.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import type { Role } from '../accounts/permissions.ts'
import type { AlertAct, Level } from './alert.ts'
import { stillOpen } from './open.ts'

/** Somebody owns it: a role, so that whoever is on has it, or one person. */
export type Owner = { ownerRole: Role; ownerId?: undefined } | { ownerId: string; ownerRole?: undefined }

export type NewAlert = Owner & {
  patientId: string
  /** The rule that raised it: `RL-01`, `S2`. */
  ruleId: string
  level: Level
  about: { kind: string; id: string }
  now: Instant
  /** Somebody acknowledges it within so many minutes, or it goes to the next person. */
  dueMinutes: number
  /** The rule's own sentence and where it comes from, as they are now. */
  says?: string
  source?: Source
  /** The numbers and codes the rule saw. Never a patient's words. */
  inputs: Record<string, unknown>
}

/** Raises an alert in the transaction of the fact that raised it: they are both there, or neither is. */
export const raiseAlert = async (tx: Tx, alert: NewAlert): Promise<{ id: string }> => {
  const id = randomUUID()
  await tx.run(sql`
    insert into alert (clinic_id, id, patient_id, rule_id, level, about_kind, about_id, says, source, inputs, raised_at, due_at,
                       owner_role, owner_id)
    values (evenkeel_clinic(), ${id}, ${alert.patientId}, ${alert.ruleId}, ${alert.level}, ${alert.about.kind},
            ${alert.about.id}, ${alert.says ?? ''}, ${alert.source ? JSON.stringify(alert.source) : null}::jsonb,
            ${JSON.stringify(alert.inputs)}::jsonb, ${alert.now},
            ${addMinutes(alert.now, alert.dueMinutes)}, ${alert.ownerRole ?? null}, ${alert.ownerId ?? null})`)
  return { id }
}

export type NewEvent = AlertAct & { alertId: string; byId: string; now: Instant }

/** The hand-on that an acknowledgement of now answers, if there was one. */
const lastHand = (alertId: string): Statement => sql`(
  select id from alert_event where alert_id = ${alertId} and kind = 'reassign' order by seq desc limit 1)`

/**
 * Writes down what somebody did about an alert.
 * @returns false when the same act was stored already
 * @throws DatabaseError 23505 on alert_acknowledged_once or alert_closed_once when somebody else was first
 */
export const addAlertEvent = async (tx: Tx, event: NewEvent): Promise<boolean> => {
  const words = 'words' in event ? event.words : null
  const [toRole, toId] = event.kind === 'reassign' ? [event.toRole ?? null, event.toId ?? null] : [null, null]
  const written = await tx.run(sql`
    insert into alert_event (clinic_id, id, alert_id, kind, at, by_id, words, to_role, to_id, of_hand)
    values (evenkeel_clinic(), ${event.id}, ${event.alertId}, ${event.kind}, ${event.now}, ${event.byId}, ${words},
            ${toRole}, ${toId}, ${event.kind === 'acknowledge' ? lastHand(event.alertId) : null})
    on conflict (clinic_id, id) do nothing`)
  return written === 1
}

/**
 * Closes what is open of these rules about one thing, because what was asked for has been done and is on record. Of two
 * at once the first wins, and the second is no trouble. @returns how many were closed
 */
export const closeAlerts = (
  tx: Tx,
  {
    about,
    rules,
    byId,
    words,
    now,
  }: { about: string; rules: readonly string[]; byId: string; words: string; now: Instant },
): Promise<number> =>
  tx.run(sql`
    insert into alert_event (clinic_id, id, alert_id, kind, at, by_id, words)
    select a.clinic_id, gen_random_uuid(), a.id, 'close', ${now}, ${byId}, ${words} from alert a
    where a.about_id = ${about} and a.rule_id = any(${[...rules]}::text[])
      and ${stillOpen}
    on conflict do nothing`)
