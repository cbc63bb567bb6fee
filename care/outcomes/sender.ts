import { system } from '../../clinic/accounts/actor.ts'
import type { Secrets } from '../../clinic/accounts/secrets.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { makeLink } from '../../clinic/links/changes.ts'
import { queueMessage } from '../../clinic/messages/changes.ts'
import { findLanguage } from '../../clinic/records/language.ts'
import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import type { PackLanguage } from '../../science/instruments/pack.ts'
import { type Instant, minutesBetween } from '../../science/time.ts'
import { lettersIn } from '../../web/words/letters.ts'
import { type Due, isSeldom } from './due.ts'
import { goingOut } from './gentle.ts'
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
  const { due, clinic, sendings } = await reading(db, { clinicId }, (q) => listDue(q, now))
  const where = { clinicId, clinicName: clinic.name, secrets, origin, now }
  let queued = 0
  for (const one of goingOut(due, sendings, now)) if (await ask(db, where, one, one.by)) queued += 1
  return queued
}

type Where = { clinicId: string; clinicName: string; secrets: Secrets; origin: string; now: Instant }

const ask = async (db: Database, where: Where, one: Due, by: NonNullable<Due['by']>): Promise<boolean> => {
  const { clinicId, clinicName, secrets, origin, now } = where
  const { patientId, asks } = one
  const subject = { kind: 'patient', id: patientId }
  const detail = { asks, instruments: one.instruments, channel: by.channel, ...aboutOf(one) }
  const act = { clinicId, actor: system, action: 'outcomes.ask', at: now, subject, patientId, detail }
  try {
    await audited(db, act, async (tx) => {
      const hours = hoursOf(one, now)
      const which = asks === 'questionnaires' ? { asks: one.instruments.slice(0, mostAtOnce) } : {}
      const about = subjectOf(one)
      const made = { clinicId, patientId, purpose: asks, ...about, ...which, now, hours, madeBy: system.id, origin }
      const link = await makeLink(tx, made)
      const message = await queueMessage(tx, {
        patientId,
        linkId: link.id,
        channel: by.channel,
        to: by.to,
        ...letterFor(one, await findLanguage(tx, patientId))(
          by.channel,
          clinicName,
          link.url,
          Math.max(1, Math.round(hours / 24)),
        ),
        now,
        once: onceFor(one, by.to),
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

const aboutOf = ({ about, sessionId }: Due) => (about ? { [about.kind]: about.id } : { session: sessionId })

/** What the link is about: the session of a next-day check, or what is asked ahead of. */
const subjectOf = ({ asks, about, sessionId }: Due): { subjectId?: string } =>
  about ? { subjectId: about.id } : asks === 'next-day' ? { subjectId: sessionId } : {}

/** Once to each address: what went to a wrong number was asked of somebody else, and goes to the right one. */
const onceFor = ({ asks, about, sessionId, patientId, dueAt }: Due, to: string): string => {
  if (asks === 'next-day') return `next-day ${sessionId} ${to}`
  return `${about ? `ahead ${about.id}` : `${asks} ${patientId}`} ${dueAt} ${to}`
}

/** Ahead of a session the link opens until an hour after it was booked for. */
const hoursOf = ({ asks, about }: Due, now: Instant): number =>
  about?.kind === 'session' && about.until ? minutesBetween(now, about.until) / 60 + 1 : hoursToAnswer[asks]

/** Whoever was silent the last time is asked in another tone, and whoever never answers in a third. */
const letterFor = ({ about, silentSince, unanswered }: Due, language: PackLanguage) => {
  const words = lettersIn[language]
  if (about?.kind === 'session') return words.beforeVisit
  if (isSeldom(unanswered)) return words.questionsSeldom
  return silentSince === null ? words.questions : words.questionsAgain
}

class AskedAlready extends Error {}
