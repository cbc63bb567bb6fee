import { isDeepStrictEqual } from 'node:util'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import { answersTo, type Measure } from '../../science/instruments/instrument.ts'
import type { PackLanguage } from '../../science/instruments/pack.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/responses.ts'
import type { Role } from '../accounts/permissions.ts'
import { beaten } from '../records/conflict.ts'
import { Problem } from '../request/problem.ts'
import { dataErrors } from './data-error.ts'
import { type Flag, type Reading, readAnswers, readTotal } from './instruments.ts'
import { blankForm, findInstrument } from './packs.ts'
import { findAbout, findEnded } from './queries.ts'
import { aboutAnswers, raiseFlag } from './raise.ts'
import { type Answered, type ContextKind, isAnswered } from './response.ts'
import { lookForRises, risesOf } from './rises.ts'

export type NewResponse = {
  /** Made on the device that asked. */
  id: string
  patientId: string
  instrument: string
  answers: Answered
  /** In place of answers: the total of a questionnaire on paper. */
  total?: number
  /** Beside the answers: the total that stood there. It is compared and never used. */
  stated?: number
  contextKind: ContextKind
  contextId?: string
  answeredAt: Instant
  answeredByKind: 'patient' | 'staff'
  /** The link, or the member of staff who asked and typed. */
  answeredBy: string
  linkId?: string
  /** The language a page asked in; absent where staff asked aloud or copied from paper. */
  language?: PackLanguage
  corrects?: string
  /** Of a correction: what was wrong. */
  why?: string
  now: Instant
  /** Who has to act when an answer asks for it. */
  ownerRole?: Role
  /** Asked along with others that were answered, and every question of it was passed over: kept as that. */
  passedOver?: true
}

export type Saved = { id: string; stored: boolean; flags: Flag[] }

/**
 * Stores what somebody answered and raises the alerts that its answers ask for, in the same transaction.
 * The same response sent twice is stored once (`stored: false`) and alerts once.
 * @throws Problem invalid for an answer the instrument does not offer, or for none at all; conflict for other answers under the same id
 */
export const saveResponse = async (tx: Tx, response: NewResponse): Promise<Saved> => {
  checkTime(response)
  await checkContext(tx, response)
  if (response.total === undefined && !response.passedOver) checkAnswered(response.answers)
  const { instrument, answers, read } =
    response.total === undefined ? await parsed(tx, response) : parsedTotal(response, response.total)
  const { missing, score, lowest, highest, flags } = read
  // The words that were used: somebody may want Spanish where there are only English ones.
  const askedIn = response.language === undefined ? null : (instrument.language ?? 'en')
  const wrongSince = response.corrects ? await correctedFrom(tx, response, response.corrects) : undefined
  const inserted = await tx.run(sql`
    insert into response (clinic_id, id, patient_id, instrument, instrument_version, asked_in, answers, context_kind, context_id,
                          link_id, answered_at, answered_by_kind, answered_by, recorded_at, missing, score, lowest,
                          highest, corrects, why)
    values (evenkeel_clinic(), ${response.id}, ${response.patientId}, ${instrument.id}, ${instrument.version}, ${askedIn},
            ${sql.json(answers)}::jsonb, ${response.contextKind}, ${response.contextId ?? null},
            ${response.linkId ?? null}, ${response.answeredAt}, ${response.answeredByKind}, ${response.answeredBy},
            ${response.now}, ${missing}, ${score}, ${lowest}, ${highest}, ${response.corrects ?? null},
            ${response.why ?? null})
    on conflict do nothing`)
  if (inserted === 0) return { id: response.id, stored: false, flags: await sameAsStored(tx, response, flags) }
  flags.push(...(await risesOf(tx, { ...response, lowest, highest })), ...(await dataErrors(tx, response, instrument)))
  const inputs = { instrument: instrument.id, version: instrument.version, askedIn, answers, lowest, highest }
  for (const flag of flags) await raiseFlag(tx, { ...response, about: aboutAnswers(response.id) }, flag, inputs)
  await lookForRises(tx, response, [response.answeredAt, ...(wrongSince ? [wrongSince] : [])])
  return { id: response.id, stored: true, flags }
}

/** A device's clock may be some minutes fast; the table holds the same limit. */
const fastClockMinutes = 5

const checkTime = ({ answeredAt, now }: NewResponse): void => {
  if (answeredAt <= addMinutes(now, fastClockMinutes)) return
  throw new Problem('invalid', says.future, { fields: { answeredAt: says.answeredAt } })
}

/** Nothing at all is no answering: stored, it would say that somebody was asked, and put the next asking off. */
const checkAnswered = (answers: Answered): void => {
  if (isAnswered(answers)) return
  throw new Problem('invalid', says.nothingAnswered)
}

/** What it was answered about is this patient's: answers about another's session would speak for the wrong person. */
const checkContext = async (tx: Tx, { patientId, contextKind, contextId }: NewResponse): Promise<void> => {
  if (contextId === undefined) return
  const found = await tx.maybe(
    contextKind === 'evaluation'
      ? sql`select id from evaluation where id = ${contextId} and patient_id = ${patientId}`
      : sql`select id from session where id = ${contextId} and patient_id = ${patientId}`,
  )
  if (found) return
  throw new Problem('invalid', says.otherPatient, {
    fields: { contextId: says.notFound },
  })
}

/**
 * When what is corrected was said to have been answered. What patients gave themselves stays as they gave it: it can be
 * taken back, and nobody puts other answers in its place.
 */
const correctedFrom = async (tx: Tx, { patientId, instrument }: NewResponse, corrects: string): Promise<Instant> => {
  const earlier = await tx.maybe<{ answeredAt: Instant; by: string }>(sql`
    select answered_at as "answeredAt", answered_by_kind as by from response
    where id = ${corrects} and patient_id = ${patientId} and instrument = ${instrument} and not takes_back`)
  if (!earlier) throw new Problem('invalid', says.noSuchAnswers, { fields: { corrects: says.notFound } })
  if (earlier.by === 'patient')
    throw new Problem('invalid', says.patientsOwn, { fields: { corrects: says.patientsOwn } })
  return earlier.answeredAt
}

type Parsed = {
  instrument: Pick<Measure, 'id' | 'version' | 'title' | 'scoring'> & { language?: 'es' }
  answers: Answered
  read: Reading
}

/** Staff may enter what stands on paper by the numbers of its questions; a patient is asked in words or not at all. */
const parsed = async (
  tx: Tx,
  { instrument: id, answers, patientId, language, now, answeredByKind }: NewResponse,
): Promise<Parsed> => {
  const [worded, about] = await Promise.all([findInstrument(tx, id, now, language), findAbout(tx, patientId)])
  const instrument = worded ?? (answeredByKind === 'staff' ? blankForm(id) : undefined)
  if (!instrument) {
    const known = measureById[id] !== undefined
    throw new Problem('invalid', known ? says.noWordsHere : says.unknownInstrument, {
      fields: { instrument: says.notKnown },
    })
  }
  const result = answersTo(instrument).safeParse(answers)
  if (result.success) return { instrument, answers: result.data, read: readAnswers(instrument, result.data, about) }
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[`answers.${issue.path.join('.')}`] ??= issue.message
  throw new Problem('invalid', says.seeQuestions, { fields })
}

const parsedTotal = ({ instrument: id }: NewResponse, total: number): Parsed => {
  const measure = measureById[id]
  if (!measure) throw new Problem('invalid', says.unknownInstrument, { fields: { instrument: says.notKnown } })
  const read = readTotal(measure, total)
  if (typeof read === 'string') throw new Problem('invalid', read, { fields: { total: read } })
  return { instrument: measure, answers: { total }, read }
}

const sameAsStored = async (tx: Tx, response: NewResponse, flags: Flag[]): Promise<Flag[]> => {
  const stored = await tx.maybe<{ answers: Answered; patient_id: string; instrument: string }>(
    sql`select answers, patient_id, instrument from response where id = ${response.id}`,
  )
  const same =
    stored?.patient_id === response.patientId &&
    stored.instrument === response.instrument &&
    isDeepStrictEqual(
      { ...stored.answers },
      response.total === undefined ? { ...response.answers } : { total: response.total },
    )
  if (same) return flags
  const first = stored || !response.corrects ? undefined : await findEnded(tx, response.corrects)
  if (first) throw beaten(says.theseAnswers, { by: first.by, at: first.at })
  throw new Problem('conflict', says.otherAnswers)
}
