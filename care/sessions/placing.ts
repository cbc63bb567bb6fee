import { mayDo } from '../../clinic/accounts/permissions.ts'
import { Problem } from '../../clinic/request/problem.ts'
import type { Query } from '../../database/types.ts'
import type { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { type Colleague, findColleague, findRoom } from './queries.ts'
import { asReply } from './reply.ts'
import { beyond, type Watching, watchFindings } from './watching.ts'

/**
 * Whoever watches a session gets its alerts, so it is somebody who works here now and may write into its log.
 * @throws Problem not-found or invalid, on the field that names them
 */
export const checkWatcher = async (q: Query, id: string, field: string): Promise<Colleague> => {
  const person = await findColleague(q, id)
  if (!person) throw new Problem('not-found', says.noSuchPerson)
  if (person.active && mayDo(person.roles, 'sessions.record')) return person
  throw new Problem('invalid', says.cannotWatch, { fields: { [field]: says.cannotWatch } })
}

/** @throws Problem for a room that is not there, or no longer used */
export const checkRoom = async (q: Query, id: string): Promise<void> => {
  const room = await findRoom(q, id)
  if (!room) throw new Problem('not-found', says.noSuchRoom)
  if (room.retired) throw new Problem('invalid', says.roomRetired, { fields: { roomId: says.roomRetired } })
}

/**
 * More patients at once than the clinic allows wait for a reason, and the reason is that of somebody who may watch.
 * @throws Problem rule-held
 */
export const checkWatching = (
  watching: Watching,
  { reason, roles, today }: { reason: string | undefined; roles: readonly string[]; today: Day },
): void => {
  if (!beyond(watching) || (reason && mayDo(roles, 'sessions.record'))) return
  const sentence = mayDo(roles, 'sessions.record') ? says.beyondLimit : says.beyondLimitAtDesk
  throw new Problem('rule-held', sentence, { because: watchFindings(watching, today).map(asReply) })
}
