import { everyRoute, type Rule } from '../decide.ts'
import { generalReview } from '../register.ts'
import type { EvaluationFacts } from './facts.ts'

export type EvaluationRule = Rule<EvaluationFacts>

/** A rule of the evaluation; what most of them share is filled in and can be named differently. */
export const rule = (
  row: Pick<EvaluationRule, 'id' | 'severity' | 'needs' | 'holdsWhen' | 'says' | 'settledBy' | 'source'> &
    Partial<EvaluationRule>,
): EvaluationRule => ({ routes: everyRoute, reviewBy: generalReview, overriddenBy: ['prescriber'], ...row })
