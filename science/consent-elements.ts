import { everyRoute, type Route } from './decide.ts'
import { generalReview, labelReview, register } from './register.ts'
import { policy, type Source } from './sources.ts'
import type { Day } from './time.ts'

/**
 * What a consent has to speak of, one row an element (clinical reference, G8), and for which ways to treat. That these
 * are the elements rests on the sources named; what a text says of each carries sources of its own (care/consent).
 */
type Row = {
  says: string
  /** Left out: every way to treat. */
  routes?: readonly Route[]
  source?: Source
  further?: readonly Source[]
  reviewBy?: Day
}

const racemic: readonly Route[] = ['iv', 'im', 'lozenge']
const rows = {
  diagnosis: { says: 'What the patient would be treated for' },
  aim: { says: 'The goal of treatment' },
  'off-label': { says: 'That the use is off-label', routes: racemic },
  label: { says: 'What the label covers, and what it does not', routes: ['esketamine'] },
  ect: { says: 'ECT as another choice' },
  tms: { says: 'TMS as another choice' },
  medication: { says: 'Medicines as an alternative' },
  therapy: { says: 'Talk therapy as an alternative' },
  evidence: { says: 'How strong the evidence is' },
  durability: { says: 'How long a benefit can be expected to last' },
  common: { says: 'Common effects on the day' },
  'blood-pressure': { says: 'Risk: blood pressure' },
  sedation: { says: 'Risk: sedation' },
  breathing: { says: 'Risk: slowed breathing' },
  dissociation: { says: 'Risk: dissociation' },
  suicidality: { says: 'Risk: thoughts of suicide' },
  bladder: { says: 'Risk: bladder' },
  liver: { says: 'Risk: liver' },
  dependence: { says: 'Risk: dependence and misuse' },
  pregnancy: { says: 'Risk: pregnancy' },
  driving: { says: 'Risk: driving, and until when not' },
  'long-term': { says: 'That effects over years are not known' },
  stay: { says: 'How long the patient stays and is monitored' },
  escort: { says: 'That an adult takes the patient home' },
  'non-response': { says: 'What happens if it does not help' },
  stopping: { says: 'What happens when it stops' },
  home: {
    says: 'Whether any may be taken home',
    routes: ['lozenge', 'esketamine'],
    source: register.remsSite,
    further: [register.fdaCompounded2023],
    reviewBy: labelReview,
  },
  'fda-alert': {
    says: 'The FDA’s warning of October 10, 2023 on compounded ketamine at home, acknowledged on its own',
    routes: ['lozenge'],
    source: register.fdaCompounded2023,
  },
  rems: {
    says: 'Enrollment in the REMS, acknowledged on its own',
    routes: ['esketamine'],
    source: register.remsSite,
    reviewBy: labelReview,
  },
  'rems-data': {
    says: 'What the REMS is told about the patient',
    routes: ['esketamine'],
    source: register.remsSite,
    reviewBy: labelReview,
  },
  costs: { says: 'What it costs' },
  estimate: { says: 'The right to a Good Faith Estimate' },
  touch: { says: 'Touch, and how to refuse it', source: policy('touch is spoken of before every route') },
  boundaries: { says: 'Boundaries between staff and patients', source: policy('boundaries are spoken of') },
  chaperone: { says: 'Whether there can be a chaperone', source: policy('a chaperone is spoken of') },
  recording: { says: 'Whether anything is recorded' },
  withdraw: { says: 'The right to say no, even after signing' },
  emergency: { says: 'What to do in an emergency' },
  lifeline: { says: 'The 988 lifeline' },
} as const satisfies Record<string, Row>

export type ElementId = keyof typeof rows
export type ConsentElement = Required<Omit<Row, 'further'>> & { id: ElementId; further: readonly Source[] }

export const consentElements: readonly ConsentElement[] = (Object.entries(rows) as [ElementId, Row][]).map(
  ([id, { says, routes = everyRoute, source = register.sanacora, further = [], reviewBy = generalReview }]) => ({
    id,
    says,
    routes,
    source,
    further,
    reviewBy,
  }),
)
