import type { Route } from '../decide.ts'
import { generalReview, register } from '../register.ts'
import type { Source } from '../sources.ts'
import { studies } from '../studies.ts'
import type { Day } from '../time.ts'

/** What insurers pay for, as far as a stored copy of a policy shows it: others were not looked at. */
export type PayerReality = {
  id: string
  says: string
  routes: readonly Route[]
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}

export const payerReality: readonly PayerReality[] = [
  {
    id: 'PAY-EXPERIMENTAL',
    says: 'Aetna lists ketamine by vein, into a muscle, under the skin, by mouth and into the nose as experimental for depression, PTSD, anxiety, thoughts of suicide, chronic and neuropathic pain and substance use disorders. What other insurers say was not looked up.',
    routes: ['iv', 'im', 'lozenge'],
    source: register.aetna,
    reviewBy: generalReview,
  },
  {
    id: 'PAY-PRIOR',
    says: 'Insurers that were looked at pay for the spray after prior approval: two antidepressants or more without enough response, some of them also augmentation or psychotherapy. What each asks for stands under the treatment history.',
    routes: ['esketamine'],
    source: register.cigna,
    further: [register.caremark, studies.bcbsnd, studies.qualchoice],
    reviewBy: generalReview,
  },
]

export const payerRealityOf = (route: Route): PayerReality[] =>
  payerReality.filter(({ routes }) => routes.includes(route))
