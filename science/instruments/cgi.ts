import { generalReview } from '../register.ts'
import type { Instrument } from './instrument.ts'
import type { Scoring } from './scoring.ts'

const licence: Instrument['licence'] = {
  status: 'public-domain',
  sentence: 'Clinical Global Impressions, Guy 1976, ECDEU manual. A work of the US Government.',
  source: { label: 'Guy 1976, as in CamCOPS', status: 'verified' },
}

/** 0 is "not assessed": missing, never the best. */
const scoring: Scoring = {
  standsFor: [{ linkId: '1', value: 0, as: null }],
  range: { low: 1, high: 7 },
  mostMissing: 0,
  better: 'lower',
  bands: [],
  source: { label: 'CGI 1 to 7, 0 not assessed, as in CamCOPS', status: 'verified' },
  reviewBy: generalReview,
}

const common = {
  version: '1',
  licence,
  by: 'clinician',
  notValidated: false,
  asksAboutSuicide: false,
  scoring,
} as const

const levels = (...texts: string[]) => texts.map((text, value) => ({ value, text }))

/** Severity and improvement are two instruments: they are never added. */
export const cgiSeverity: Instrument = {
  ...common,
  id: 'cgi-s',
  title: 'CGI-S',
  recall: 'now',
  items: [
    {
      linkId: '1',
      text: 'Considering your total clinical experience with this particular population, how mentally ill is the patient at this time?',
      answers: levels(
        'Not assessed',
        'Normal, not at all ill',
        'Borderline mentally ill',
        'Mildly ill',
        'Moderately ill',
        'Markedly ill',
        'Severely ill',
        'Among the most extremely ill patients',
      ),
      scored: true,
    },
  ],
}

export const cgiImprovement: Instrument = {
  ...common,
  id: 'cgi-i',
  title: 'CGI-I',
  recall: 'since treatment began',
  items: [
    {
      linkId: '1',
      text: 'Rate total improvement whether or not, in your judgment, it is due entirely to drug treatment. Compared to his condition at admission to the project, how much has he changed?',
      answers: levels(
        'Not assessed',
        'Very much improved',
        'Much improved',
        'Minimally improved',
        'No change',
        'Minimally worse',
        'Much worse',
        'Very much worse',
      ),
      scored: true,
    },
  ],
}
