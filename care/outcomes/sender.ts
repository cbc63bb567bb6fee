import { system } from '../../clinic/accounts/actor.ts'
import type { Secrets } from '../../clinic/accounts/secrets.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { makeLink } from '../../clinic/links/changes.ts'
import { afterQuiet } from '../../clinic/links/cover.ts'
import { queueMessage } from '../../clinic/messages/changes.ts'
import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { letterWords } from '../../web/words/en/letters.ts'
import type { Due } from './due.ts'
import { listDue } from './queries.ts'
import { hoursToAnswer, mostAtOnce } from './sheets.ts'

export type Asking = { db: Database; secrets: Secrets; origin: string; clock: () => Instant }

/**
 * Makes and queues the links whose time has come. What is due is read from sessions and answers each time, so nothing
 * is forgotten when the server was down in the morning, and nothing is asked twice.
 * @returns how many were queued
 */
export const askWhatIsDue = async ({ db, secrets, origin, clock }: Asking, clinicId: string): Promise<number> => {
  const now = clock()
  const { due, clinic } = await reading(db, { clinicId }, (q) => listDue(q, now))
  let queued = 0
  for (const one of due) {
    if (one.askedAt !== null || one.dueAt > now || !one.by || afterQuiet(now, clinic.timeZone) > now) continue
    if (await ask(db, { clinicId, clinicName: clinic.name, secrets, origin, now }, one, one.by)) queued += 1
  }
  return queued
}

type Where = { clinicId: string; clinicName: string; secrets: Secrets; origin: string; now: Instant }

const ask = async (db: Database, where: Where, one: Due, by: NonNullable<Due['by']>): Promise<boolean> => {
  const { clinicId, clinicName, secrets, origin, now } = where
  const { patientId, asks } = one
  const subject = { kind: 'patient', id: patientId }
  const detail = { asks, instruments: one.instruments, channel: by.channel, session: one.sessionId }
  const act = { clinicId, actor: system, action: 'outcomes.ask', at: now, subject, patientId, detail }
  try {
    await audited(db, act, async (tx) => {
      const hours = hoursToAnswer[asks]
      const about = asks === 'next-day' ? { subjectId: one.sessionId } : {}
      const which = asks === 'questionnaires' ? { asks: one.instruments.slice(0, mostAtOnce) } : {}
      const made = { clinicId, patientId, purpose: asks, ...about, ...which, now, hours, madeBy: system.id, origin }
      const link = await makeLink(tx, made)
      const message = await queueMessage(tx, {
        patientId,
        linkId: link.id,
        channel: by.channel,
        to: by.to,
        ...letterFor(one)(by.channel, clinicName, link.url, Math.max(1, Math.round(hours / 24))),
        now,
        once: asks === 'next-day' ? `next-day ${one.sessionId}` : `${asks} ${patientId} ${one.dueAt}`,
        secrets,
      })
      // Another server was faster: its link stays, ours is undone.
      if (!message) throw new AskedAlready()
    })
    return true
  } catch (error) {
    if (error instanceof AskedAlready) return false
    throw error
  }
}

/** Whoever was silent the last time is asked in another tone. */
const letterFor = ({ silentSince }: Due) => (silentSince === null ? letterWords.questions : letterWords.questionsAgain)

class AskedAlready extends Error {}
