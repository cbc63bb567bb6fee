import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { system } from '../accounts/actor.ts'
import type { Secrets } from '../accounts/secrets.ts'
import { audited, auditedAs } from '../audit/audited.ts'
import { type Carriers, NotCarried } from './carriers.ts'
import { type Claimed, claimMessages, dropDead, markFailed, markSent } from './changes.ts'
import { Channel, waitAfter } from './message.ts'
import { dropInvitations } from './of-invitations.ts'
import { findWork } from './queries.ts'
import { dropStopped } from './texts/changes.ts'

export type Sending = { db: Database; secrets: Secrets; carriers: Carriers; clock: () => Instant }

/** Longer than any carrier may take for ten messages. */
const claimMinutes = 8

/**
 * Hands over what one clinic has waiting, at most ten. Nothing is kept open in the database while a mail server thinks.
 * @returns how many were handed over
 */
export const sendWaiting = async (sending: Sending, clinicId: string): Promise<number> => {
  const { db, carriers, clock } = sending
  const channels = Channel.options.filter((channel) => carriers[channel])
  const now = clock()
  const work = await reading(db, { clinicId }, (q) => findWork(q, channels, now))
  if (!work.due) return 0
  const claimed = await auditedAs(
    db,
    clinicId,
    async (tx) => {
      await dropDead(tx, now)
      await dropStopped(tx, now)
      await dropInvitations(tx, now)
      return claimMessages(tx, channels, now, addMinutes(now, claimMinutes))
    },
    (messages) => ({
      actor: system,
      action: 'messages.try',
      at: now,
      detail: { messages: messages.map(({ id }) => id) },
    }),
  )
  let sent = 0
  for (const message of claimed) if (await handOver(sending, clinicId, work.clinic, message)) sent += 1
  return sent
}

const handOver = async (
  { db, secrets, carriers, clock }: Sending,
  clinicId: string,
  clinic: string,
  { id, channel, recipient, subject, sealedBody, attempts }: Claimed,
): Promise<boolean> => {
  const problem = await carry(carriers, secrets, { id, channel, recipient, subject, sealedBody, clinic })
  const now = clock()
  const subjectOf = { kind: 'message', id }
  if (!problem) {
    const act = { clinicId, actor: system, action: 'messages.sent', at: now, subject: subjectOf, detail: { channel } }
    await audited(db, act, (tx) => markSent(tx, id, now))
    return true
  }
  const wait = problem.forGood ? undefined : waitAfter(attempts)
  const next = wait === undefined ? undefined : addMinutes(now, wait)
  const detail = { channel, attempts, problem: problem.message, again: next ?? null }
  const act = { clinicId, actor: system, action: 'messages.failed', at: now, subject: subjectOf, detail }
  await audited(db, act, (tx) => markFailed(tx, id, { problem: problem.message, next, now }))
  return false
}

type Carried = Pick<Claimed, 'id' | 'channel' | 'recipient' | 'subject' | 'sealedBody'> & { clinic: string }

const carry = async (carriers: Carriers, secrets: Secrets, message: Carried): Promise<NotCarried | undefined> => {
  const { id, channel, recipient: to, subject, clinic } = message
  let body: string
  try {
    body = secrets.open(message.sealedBody)
  } catch {
    return new NotCarried('sealed with another key', true)
  }
  try {
    const carrier = carriers[channel]
    if (!carrier) return new NotCarried(`${channel}: not set up`, false)
    await carrier({ id, channel, to, subject, body, clinic })
    return undefined
  } catch (error) {
    return error instanceof NotCarried ? error : new NotCarried(`${channel}: failed`, false)
  }
}
