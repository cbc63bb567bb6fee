import { generalReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { studies } from '../studies.ts'
import type { Day } from '../time.ts'

/** How many adequate trials without enough response somebody asks for, and how long one must have lasted. */
export type Minimum = {
  id: string
  says: string
  trials: number
  /** Null where the source names no number of weeks. */
  weeks: number | null
  /** What else is asked for: nothing here counts it, and the screen says so. */
  also: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}

/** Resistant depression, and what counts as an adequate trial where no payer says. */
export const trd = {
  id: 'TRD',
  says: 'Treatment-resistant depression as the trials defined it: 2 antidepressants of adequate dose and duration in this episode. The weeks are clinic policy.',
  trials: 2,
  weeks: 6,
  also: '',
  source: studies.janik,
  further: [policy('6 weeks count as an adequate duration; the definition gives no number')],
  reviewBy: generalReview,
} as const satisfies Minimum

/** The dose from which a trial counts: nobody here has a source for one, so it is entered with each trial, or not known. */
export const leastDose = {
  id: 'TRIAL-DOSE',
  says: 'The minimum adequate dose of a trial is what the clinic enters with it. No published figure is on file, and none is filled in; without one the adequacy of the trial is not known.',
  source: policy('the clinic sets the least adequate dose of each antidepressant; no source on file names one'),
  reviewBy: generalReview,
} as const

/** What approval and payers ask for, as far as a stored copy shows it. No source here names a least dose. */
export const minimums: readonly Minimum[] = [
  trd,
  {
    id: 'PAY-CIGNA',
    says: 'Cigna: 2 antidepressants of different classes, at least 6 weeks each, in this episode, with an improvement of 25% or less.',
    trials: 2,
    weeks: 6,
    also: 'different classes; 25% or less of improvement; documented; a look into the prescription monitoring program; a psychiatrist.',
    source: register.cigna,
    reviewBy: generalReview,
  },
  {
    id: 'PAY-CAREMARK',
    says: 'CareFirst/Caremark: 2 antidepressants of 2 classes, at least 8 weeks each, within 5 years.',
    trials: 2,
    weeks: 8,
    also: '2 classes, within 5 years; augmentation of at least 8 weeks or evidence-based psychotherapy; severe on a rating scale.',
    source: register.caremark,
    reviewBy: generalReview,
  },
  {
    id: 'PAY-BCBSND',
    says: 'BCBSND: 2 oral antidepressants without enough response.',
    trials: 2,
    weeks: null,
    also: 'with an oral antidepressant; an older version asks for 3 and augmentation.',
    source: studies.bcbsnd,
    reviewBy: generalReview,
  },
  {
    id: 'PAY-QUALCHOICE',
    says: 'QualChoice: 2 antidepressants and 2 augmentations, at least 4 weeks each.',
    trials: 2,
    weeks: 4,
    also: '2 augmentations of at least 4 weeks; PHQ-9 above 15 within 4 weeks; age 18 to 65.',
    source: studies.qualchoice,
    reviewBy: generalReview,
  },
]
