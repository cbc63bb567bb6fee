import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import { remsDeadline } from '../../science/rems/form.ts'
import type { Instant } from '../../science/time.ts'
import { letterWords } from '../../web/words/en/letters.ts'
import { system } from '../accounts/actor.ts'
import type { Secrets } from '../accounts/secrets.ts'
import { audited } from '../audit/audited.ts'
import { queueMessage } from '../messages/changes.ts'
import { type AlertShown, listOpenAlerts, listPeopleForAlerts } from './queries.ts'
import type { Owner } from './standing.ts'

export type Telling = { db: Database; secrets: Secrets; origin: string; clock: () => Instant }

type Person = { id: string; roles: string[]; email: string }

const isOwner = (owner: Owner, person: Person): boolean =>
  owner === 'everyone' || ('role' in owner ? person.roles.includes(owner.role) : owner.staff === person.id)

/** What patients send from their phone. */
const fromAfar: readonly string[] = ['response', 'link', 'intake', 'text', 'consent', 'release']

/** What comes of a session days after it. */
const afterTheRoom: readonly string[] = [remsDeadline.rule.id]

/**
 * Alerts of a session are on the screens of the people in the room. What nobody there acknowledged in time, or somebody
 * handed on, is with people who may be in no room at all, and the patient may have left.
 */
const isOnNoScreen = ({ about, ruleId, standing, events }: AlertShown): boolean =>
  fromAfar.includes(about.kind) ||
  afterTheRoom.includes(ruleId) ||
  standing.escalatedAt !== undefined ||
  events.some(({ kind }) => kind === 'reassign')

/** What to tell whom: an alert that nobody may be looking at, to whoever has it now, once for each step it goes up. */
const mailFor = (
  alerts: readonly AlertShown[],
  people: readonly Person[],
): { once: string; person: Person; alert: AlertShown }[] =>
  alerts
    .filter((alert) => alert.standing.state === 'waiting' && alert.level !== 'review' && isOnNoScreen(alert))
    .flatMap((alert) => {
      const { owner, escalatedAt } = alert.standing
      const hand = alert.events.findLast(({ kind }) => kind === 'reassign')
      const step = `${hand ? `${hand.id} ` : ''}${owner === 'everyone' ? 'everyone' : escalatedAt ? 'up' : 'first'}`
      return people
        .filter((person) => isOwner(owner, person))
        .map((person) => ({ once: `alert ${alert.id} ${step} ${person.id}`, person, alert }))
    })

/** Queues mail to the people who have an alert to look at. It names no patient and says nothing about anybody. */
export const tellOfAlerts = async ({ db, secrets, origin, clock }: Telling, clinicId: string): Promise<number> => {
  const now = clock()
  const found = await reading(db, { clinicId }, async (q) => {
    const alerts = await listOpenAlerts(q, now)
    if (alerts.length === 0) return undefined
    const mail = mailFor(alerts, await listPeopleForAlerts(q))
    return {
      mail: await notYetTold(q, mail),
      clinic: (await q.one<{ name: string }>(sql`select name from clinic`)).name,
    }
  })
  if (!found || found.mail.length === 0) return 0
  const act = {
    clinicId,
    actor: system,
    action: 'alerts.tell',
    at: now,
    detail: { told: found.mail.map(({ once }) => once) },
  }
  await audited(db, act, async (tx) => {
    for (const { once, person } of found.mail) {
      await queueMessage(tx, {
        staffId: person.id,
        channel: 'mail',
        to: person.email,
        ...letterWords.alert(found.clinic, `${origin}/alerts`),
        now,
        once,
        secrets,
      })
    }
  })
  return found.mail.length
}

/** Of these, what was not queued before. */
export const notYetTold = async <Mail extends { once: string }>(q: Query, mail: Mail[]): Promise<Mail[]> => {
  if (mail.length === 0) return []
  const told = await q.all<{ once: string }>(
    sql`select once from message where once = any(${mail.map(({ once }) => once)}::text[])`,
  )
  const known = new Set(told.map(({ once }) => once))
  return mail.filter(({ once }) => !known.has(once))
}
