import { system } from '../../../clinic/accounts/actor.ts'
import { mayDo } from '../../../clinic/accounts/permissions.ts'
import { audited } from '../../../clinic/audit/audited.ts'
import { queueMessage } from '../../../clinic/messages/changes.ts'
import { notYetTold, type Telling } from '../../../clinic/safety/sender.ts'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { letterWords } from '../../../web/words/en/letters.ts'
import { listUnseen } from './queries.ts'

/**
 * Mails everybody who may take requests when one came that may speak of suicide, or when whoever wrote it wrote once more
 * since somebody dealt with it; once for each time. It names nobody. Somebody who asks at night is no patient yet, has no
 * alert, and would stand first in a queue that nobody looks at before morning.
 */
export const tellOfDanger = async ({ db, secrets, origin, clock }: Telling, clinicId: string): Promise<number> => {
  const now = clock()
  const { clinic, mail } = await reading(db, { clinicId }, async (q) => {
    const unseen = (await listUnseen(q)).filter(({ danger }) => danger)
    if (unseen.length === 0) return { clinic: '', mail: [] }
    const staff = await q.all<{ id: string; email: string; roles: string[] }>(sql`
      select id, email, roles from staff where active order by id`)
    const people = staff.filter(({ roles }) => mayDo(roles, 'requests.act'))
    const all = unseen.flatMap(({ id, latestAt }) =>
      people.map((person) => ({ once: `request ${id} ${latestAt} ${person.id}`, person })),
    )
    const { name } = await q.one<{ name: string }>(sql`select name from clinic`)
    return { clinic: name, mail: await notYetTold(q, all) }
  })
  if (mail.length === 0) return 0
  const detail = { told: mail.map(({ once }) => once) }
  await audited(db, { clinicId, actor: system, action: 'requests.tell', at: now, detail }, async (tx) => {
    for (const { once, person } of mail) {
      const letter = letterWords.request(clinic, `${origin}/requests`)
      await queueMessage(tx, { staffId: person.id, channel: 'mail', to: person.email, ...letter, now, once, secrets })
    }
  })
  return mail.length
}
