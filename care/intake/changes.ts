import { isDeepStrictEqual } from 'node:util'
import { raiseRefused } from '../../clinic/links/heard.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { raiseDanger } from '../../clinic/safety/danger.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/intake.ts'
import type { AnswerSent } from './answers.ts'
import { isDanger } from './danger.ts'
import { findIntake, type Intake, listIntakeAnswers } from './queries.ts'
import { questions } from './questions.ts'
import { isClosed, itemsOf } from './standing.ts'
import type { Value } from './value.ts'

/**
 * The open intake of this patient, or a new one. The lock keeps two people who ask at once to one intake, so that no
 * answers end up in a second one that nobody looks at.
 */
export const askIntake = async (
  tx: Tx,
  patientId: string,
  newId: string,
  { actorId, now }: { actorId: string; now: Instant },
): Promise<string> => {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('intake ' || ${patientId}, 0))`)
  const open = await findIntake(tx, patientId)
  if (open) return open.id
  await tx.run(sql`
    insert into intake (clinic_id, id, patient_id, asked_at, asked_by)
    values (evenkeel_clinic(), ${newId}, ${patientId}, ${now}, ${actorId})`)
  return newId
}

/** What answers come through, and since when that is there: a link, or a request made on the public page. */
export type Through = { madeAt: Instant; now: Instant } & ({ linkId: string } | { requestId: string })

/** What became of each answer that was sent: stored (also when it was before), or refused as gone through meanwhile. */
export type Stored = { stored: string[]; closed: string[] }

/**
 * Appends answers. One that was given after a clinician went through that item is refused; one that was given before,
 * and came late, is kept and shown to the clinician as newer. What speaks of danger is told of either way.
 */
export const saveAnswers = async (
  tx: Tx,
  intake: Intake,
  answers: readonly AnswerSent[],
  through: Through,
): Promise<Stored> => {
  const given = await listIntakeAnswers(tx, intake.id)
  const items = new Map(itemsOf(given).map((item) => [placeOf(item.now), item]))
  const stored: string[] = []
  const closed: string[] = []
  let danger = false
  let refused = false
  for (const answer of answers) {
    const answeredAt = clocked(answer.answeredAt, through)
    const before = given.find(({ id }) => id === answer.id)
    const item = items.get(placeOf(answer))
    if (before) {
      if (!isSame(before, answer)) throw new Problem('conflict', says.sameIdOtherAnswer)
      stored.push(answer.id)
    } else if (item && isClosed(item) && answeredAt > closedAt(item)) {
      closed.push(answer.id)
      refused ||= isDanger(answer.question, answer.value)
    } else {
      if (!item)
        checkRoom(
          items.values().map(({ now }) => now),
          answer,
        )
      await insert(tx, intake.id, { ...answer, answeredAt }, through)
      items.set(placeOf(answer), { now: { ...answer, answeredAt, from: null, confirmed: null }, before: [] })
      stored.push(answer.id)
      danger ||= isDanger(answer.question, answer.value)
    }
  }
  if (danger) {
    const about = { kind: 'intake', id: intake.id }
    await raiseDanger(tx, { patientId: intake.patientId, about, now: through.now })
  }
  if (refused && 'linkId' in through) {
    const { linkId, now } = through
    await raiseRefused(tx, { patientId: intake.patientId, linkId, now })
  }
  return { stored, closed }
}

type Placed = { question: string; entry: string | null }
const placeOf = ({ question, entry }: Placed): string => `${question} ${entry ?? ''}`
const isSame = (a: Placed & { value: Value }, b: Placed & { value: Value }): boolean =>
  placeOf(a) === placeOf(b) && isDeepStrictEqual(a.value, b.value)

/** A phone's clock moves nothing into the future, nor before the link was made. */
const clocked = (at: Instant, { madeAt, now }: Through): Instant => (at > now ? now : at < madeAt ? madeAt : at)

const closedAt = ({ now, before }: ReturnType<typeof itemsOf>[number]): Instant =>
  [now, ...before]
    .flatMap(({ confirmed }) => confirmed?.at ?? [])
    .toSorted()
    .at(-1) ?? now.answeredAt

const checkRoom = (there: Iterable<Placed>, { question, entry }: AnswerSent): void => {
  const asked = questions[question]
  if (entry === null || asked.kind !== 'list') return
  // Lines that were taken back leave their place: at most twice as many as stand may ever have been typed.
  const lines = [...there].filter((one) => one.question === question && one.entry !== null)
  if (lines.length >= asked.most * 2) throw new Problem('invalid', says.tooMany)
}

const insert = async (tx: Tx, intakeId: string, answer: AnswerSent, through: Through): Promise<void> => {
  const origin = { linkId: null, requestId: null, ...through }
  const added = await tx.run(sql`
    insert into intake_answer (clinic_id, id, intake_id, question, entry, value, answered_at, link_id, request_id,
                               received_at)
    values (evenkeel_clinic(), ${answer.id}, ${intakeId}, ${answer.question}, ${answer.entry},
            ${sql.json(answer.value)}::jsonb, ${answer.answeredAt}, ${origin.linkId}, ${origin.requestId},
            ${through.now})
    on conflict do nothing`)
  if (added === 1) return
  // The same batch came twice at once, or an id of somebody else's.
  const there = await tx.maybe<Placed & { value: Value }>(sql`
    select question, entry, value from intake_answer where id = ${answer.id} and intake_id = ${intakeId}`)
  if (!there || !isSame(there, answer)) throw new Problem('conflict', says.sameIdOtherAnswer)
}

/** The patient says that this is all. */
export const saveDone = (
  tx: Tx,
  intakeId: string,
  id: string,
  { linkId, now }: { linkId: string; now: Instant },
): Promise<number> =>
  tx.run(sql`
    insert into intake_done (clinic_id, id, intake_id, link_id, done_at)
    values (evenkeel_clinic(), ${id}, ${intakeId}, ${linkId}, ${now}) on conflict do nothing`)
