import { generalReview, register } from './register.ts'
import { policy, type Source } from './sources.ts'
import type { Day } from './time.ts'

/** What decides whether something about a patient may go to somebody outside. The sources are about US rules. */
export const sharingRules: readonly {
  id: string
  says: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}[] = [
  {
    id: 'G6-release',
    says: 'Nothing about a patient goes to anyone outside without a signed release that names the recipient, what is shared, why and until when. Privacy rules require less for treatment or payment.',
    source: policy('a signed release for everything that leaves'),
    further: [register.hipaaMemory],
    reviewBy: generalReview,
  },
  {
    id: 'G6-part-2',
    says: '42 CFR Part 2 guards records of programs that treat substance use disorders, and whoever receives them. Since 16 February 2026 one consent may cover treatment, payment and operations.',
    source: register.part2,
    reviewBy: generalReview,
  },
  {
    id: 'G6-substance-use',
    says: 'Whatever is about substance use is shared only under a Part 2 consent of its own, whoever made the record, and with a word against passing it on. The elements of that consent are not sourced.',
    source: policy('stricter than Part 2, which reaches only some records'),
    further: [register.part2],
    reviewBy: generalReview,
  },
  {
    id: 'G6-psychotherapy',
    says: 'Psychotherapy notes and counseling notes on substance use are kept apart and need an authorization of their own. No release here covers them and nothing here sends them.',
    source: register.psychotherapyNotes,
    further: [register.part2],
    reviewBy: generalReview,
  },
]
