import { z } from 'zod'
import type { AnswerValue } from '../../science/instruments/instrument.ts'
import type { Instant } from '../../science/time.ts'

/** Where it was answered: while being evaluated, at a treatment day, the day after one, between, after the course. */
export const ContextKind = z.enum(['evaluation', 'session', 'next-day', 'between', 'follow-up'])
export type ContextKind = z.infer<typeof ContextKind>

/** Answers as they are stored: by link id. A question left open is absent or null; both mean not answered. */
export type Answered = Readonly<Record<string, AnswerValue | null | undefined>>

/** At least one question has an answer; one that was declined is an answer. */
export const isAnswered = (answers: Answered): boolean => Object.values(answers).some((value) => value != null)

/** What somebody answered, exactly, and what science/instruments made of it then. */
export type Response = {
  id: string
  patientId: string
  instrument: string
  instrumentVersion: string
  /** The language a page asked in; null where nobody knows it: from before, asked aloud, or from paper. */
  askedIn: 'en' | 'es' | null
  answers: Answered
  contextKind: ContextKind
  contextId: string | null
  answeredAt: Instant
  answeredByKind: 'patient' | 'staff'
  answeredBy: string
  recordedAt: Instant
  /** Scored questions left open. */
  missing: number
  /** Null when something is missing or nothing is counted. */
  score: number | null
  lowest: number | null
  highest: number | null
  corrects: string | null
}

/** Why answers count no more, by whom and since when. A correction says why since 0075; earlier ones were not asked. */
export type Ended = { is: 'corrected' | 'taken back'; why: string | null; by: string; at: Instant }

/** What was made of some answers, without them. */
export type Score = Pick<
  Response,
  'id' | 'instrument' | 'answeredAt' | 'contextKind' | 'missing' | 'score' | 'lowest' | 'highest'
> & {
  /** The answer to question 9 of a PHQ-9; null where it was left open. */
  question9?: number | null
  askedIn?: Response['askedIn']
}
