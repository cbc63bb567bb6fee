import { generalReview } from '../register.ts'
import { policy } from '../sources.ts'
import type { Instrument, Item } from './instrument.ts'
import { frequency, phq9 } from './phq9.ts'

const item = (linkId: string, loinc: string, text: string): Item => ({
  linkId,
  loinc,
  text,
  answers: frequency,
  scored: true,
})

/** The zero answer is "Not at all", as published; not "Not at all sure", an error in many copies (Zorowitz 2021). */
export const gad7: Instrument = {
  id: 'gad-7',
  title: 'GAD-7',
  version: '1',
  loinc: { panel: '69737-5', total: '70274-6' },
  licence: phq9.licence,
  recall: 'the last 2 weeks',
  by: 'patient',
  ...(phq9.stem === undefined ? {} : { stem: phq9.stem }),
  items: [
    item('1', '69725-0', 'Feeling nervous, anxious or on edge'),
    // LOINC's own list for this question has "More days than not" in place of "More than half the days".
    { ...item('2', '68509-9', 'Not being able to stop or control worrying'), alsoCoded: { 'LA18938-3': 2 } },
    item('3', '69733-4', 'Worrying too much about different things'),
    item('4', '69734-2', 'Trouble relaxing'),
    item('5', '69735-9', 'Being so restless that it is hard to sit still'),
    item('6', '69689-8', 'Becoming easily annoyed or irritable'),
    item('7', '69736-7', 'Feeling afraid as if something awful might happen'),
  ],
  notValidated: false,
  asksAboutSuicide: false,
  scoring: {
    mostMissing: 1,
    better: 'lower',
    bands: [
      { from: 0, band: 'minimal' },
      { from: 5, band: 'mild' },
      { from: 10, band: 'moderate' },
      { from: 15, band: 'severe' },
    ],
    source: { label: 'GAD-7 bands, as in US Core and CamCOPS', status: 'verified' },
    further: [policy('one open question gives bounds; no rule of the authors was found')],
    reviewBy: generalReview,
  },
}
