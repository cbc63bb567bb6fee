import type { Ended, Response } from '../../clinic/responses/response.ts'

/** One answering as it was stored, whether it counts or not. */
export type AnswersListed = Pick<
  Response,
  | 'id'
  | 'instrument'
  | 'answers'
  | 'answeredAt'
  | 'recordedAt'
  | 'contextKind'
  | 'contextId'
  | 'missing'
  | 'score'
  | 'lowest'
  | 'highest'
> & {
  /** Who of the staff entered it; null where the patient answered. */
  by: string | null
  /** Null while it counts. */
  ended: Ended | null
}

/** Everything one patient answered, the newest first. */
export type AnswersOfPatient = { answers: AnswersListed[] }
