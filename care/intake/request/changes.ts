import { createHash, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../../../clinic/request/problem.ts'
import { raiseDanger } from '../../../clinic/safety/danger.ts'
import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/request.ts'
import { aidForIntake } from '../aid/aid.ts'
import type { AnswerSent } from '../answers.ts'
import { askIntake, saveAnswers } from '../changes.ts'
import { findIntake } from '../queries.ts'
import { checked } from './checked.ts'
import { findRequest } from './queries.ts'
import { type PublicRequest, type Step, soundIn, stateOf, type Version } from './request.ts'
import type { Seen } from './set-aside.ts'

/**
 * Appends what was sent. The same form again adds nothing, unless the request was set aside: then somebody asks once more.
 * One that was changed in between adds its new words. What comes after it has become a patient waits as a request that follows it: nobody looks at the first one any more.
 */
export const receive = async (tx: Tx, id: string, version: Version, now: Instant): Promise<void> => {
  const { lacks, ...said } = version
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('request ' || ${id}, 0))`)
  const there = await findRequest(tx, id)
  const before = there?.said.find((one) => (one.lacks === undefined) === (lacks === undefined))
  const setAside = there && stateOf(there)?.step === 'set aside'
  if (before && isDeepStrictEqual(before, version) && !setAside) return
  if (there?.steps.some(({ step }) => step === 'registered')) return receive(tx, following(id), version, now)
  if (!there)
    await tx.run(sql`
      insert into public_request (clinic_id, id, received_at) values (evenkeel_clinic(), ${id}, ${now})`)
  await tx.run(sql`
    insert into public_request_words (clinic_id, id, request_id, said, lacks, received_at)
    values (evenkeel_clinic(), ${randomUUID()}, ${id}, ${sql.json(said)}::jsonb, ${lacks ?? null}, ${now})`)
}

/** The same for every form that is sent after this one is done with, so that they are one request as well. */
const following = (id: string): string => {
  const made = createHash('sha256').update(`after ${id}`).digest('hex')
  return [
    made.slice(0, 8),
    made.slice(8, 12),
    `8${made.slice(13, 16)}`,
    `8${made.slice(17, 20)}`,
    made.slice(20, 32),
  ].join('-')
}

export type NewStep = Pick<Step, 'step' | 'at'> & {
  id: string
  reason?: string
  patientId?: string
  actorId: string
  /** What whoever takes it or sets it aside had before them. */
  seen?: Seen
}

/** Words that came, or a colleague's step, since somebody looked: they read that first, or it would be done with unread. */
const checkSeen = ({ latestAt, steps }: PublicRequest, seen: Seen): void => {
  if (latestAt > seen.latestAt) throw new Problem('conflict', says.sentMeanwhile)
  const first = steps.length > seen.steps ? steps.at(-1) : undefined
  if (first) throw new Problem('conflict', says.doneMeanwhile(first.by), { first: { by: first.by, at: first.at } })
}

/** The same press that arrives twice is one step. */
const isThere = async (tx: Tx, stepId: string): Promise<boolean> =>
  (await tx.maybe(sql`select 1 from public_request_step where id = ${stepId}`)) !== undefined

/** @throws Problem not-found, or conflict once it has become a patient, or where it is not as it was seen */
export const saveStep = async (tx: Tx, requestId: string, new_: NewStep): Promise<PublicRequest> => {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('request ' || ${requestId}, 0))`)
  const found = await findRequest(tx, requestId)
  if (!found) throw new Problem('not-found', says.noSuchRequest)
  const before = found.steps.find(({ step }) => step === 'registered')
  if (before && before.patientId !== new_.patientId)
    throw new Problem('conflict', says.registeredAlready, { first: { by: before.by, at: before.at } })
  if (new_.seen && !(await isThere(tx, new_.id))) checkSeen(found, new_.seen)
  await tx.run(sql`
    insert into public_request_step (clinic_id, id, request_id, step, reason, patient_id, at, by)
    values (evenkeel_clinic(), ${new_.id}, ${requestId}, ${new_.step}, ${new_.reason ?? null},
            ${new_.patientId ?? null}, ${new_.at}, ${new_.actorId})
    on conflict do nothing`)
  return found
}

type GoesOn = { requestId: string; patientId: string; id: string; intakeId: string; actorId: string; now: Instant }

/** From the queue to a patient's questions before the visit. Sent once more after it had arrived, it adds nothing. */
export const goesOnWith = async (tx: Tx, { requestId, patientId, id, intakeId, ...by }: GoesOn): Promise<void> => {
  const { actorId, now } = by
  const request = await saveStep(tx, requestId, { id, step: 'registered', patientId, at: now, actorId })
  if (request.steps.some((done) => done.step === 'registered')) return
  const askedId = await askIntake(tx, patientId, intakeId, by)
  const intake = await findIntake(tx, patientId)
  if (intake?.id !== askedId) throw new Error('The intake that was asked is not there')
  await saveAnswers(tx, intake, answersIn(request), { requestId, madeAt: request.saidAt, now })
  // Whatever of it spoke of danger, and in whichever version: in the queue it is done with now, so it goes on here.
  if (request.danger) await raiseDanger(tx, { patientId, about: { kind: 'intake', id: askedId }, now })
}

/**
 * What of a request answers a question before the visit, to be looked at there; of a referral only who the therapist is,
 * since somebody else wrote it. Thoughts of suicide are asked anew: an answer of that day says nothing about today.
 */
export const answersIn = ({ saidAt, said: [newest] }: PublicRequest): AnswerSent[] => {
  const said = soundIn(newest)
  const answer = (question: AnswerSent['question'], value: AnswerSent['value'], line = false): AnswerSent => ({
    id: randomUUID(),
    question,
    entry: line ? randomUUID() : null,
    value,
    answeredAt: saidAt,
  })
  const filled = (fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''))
  const therapist = (name: string, phone: string) =>
    // The line there takes no longer name; then it is asked anew rather than cut.
    name.trim() && name.length <= 300
      ? [answer('therapist', true), answer('therapist', filled({ name, phone }), true)]
      : []
  if (said.via === 'referral')
    return said.referrerRole === 'therapist' ? therapist(said.referrer, said.referrerPhone) : []
  return [
    ...(said.goals.trim() ? [answer('goals', said.goals)] : []),
    ...therapist(said.therapist, said.therapistPhone),
    ...(said.payer.trim() || said.plan.trim()
      ? [
          answer('coverage', true),
          // Whoever wrote only a plan named their insurance by it; the line there needs a name.
          answer(
            'coverage',
            said.payer.trim() ? filled({ payer: said.payer, plan: said.plan }) : { payer: said.plan },
            true,
          ),
        ]
      : []),
    ...(said.aid ? [answer('matters', aidForIntake(said.aid))] : []),
    ...checked.flatMap((asked) => toldOf(said, asked).map((told) => answer(asked, meanings[told]))),
  ]
}

const meanings = { no: false, 'not sure': null, yes: true } as const
type Told = keyof typeof meanings
const isTold = (told: string | undefined): told is Told => told !== undefined && told in meanings

/**
 * What the self-check and the decision aid say to one question. Where the two differ both are kept, and the more
 * cautious one stands last until the patient says which is right.
 */
const toldOf = ({ aid, check }: PublicRequest['said'][number], asked: (typeof checked)[number]): Told[] => {
  const told = new Set([aid?.[`health.${asked}`], check?.[asked]].filter(isTold))
  return (['no', 'not sure', 'yes'] as const).filter((one) => told.has(one))
}
