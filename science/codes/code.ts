import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'

/** Whose code it is. The addresses are those FHIR R4 names; ours is a name and no page. */
export const systems = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  ucum: 'http://unitsofmeasure.org',
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  own: 'urn:evenkeel:codes',
} as const

/** What each asks of whoever passes its codes on; the notice of LOINC stands in NOTICE. CPT is paid for and none is here. */
export const licences = {
  [systems.loinc]: 'LOINC: free, with its notice.',
  [systems.rxnorm]: 'RxNorm: free, with its notice.',
  [systems.snomed]:
    'SNOMED CT: each clinic in the US needs the free affiliate license of the National Library of Medicine.',
} as const

export type Coding = { system: string; code: string; display?: string }
/** FHIR's CodeableConcept: one meaning under one or more codes. */
export type Concept = { text?: string; coding: Coding[] }
/** FHIR's Quantity: `unit` is what people read, `code` is UCUM. */
export type Quantity = { value: number; unit: string; system: string; code: string }

/** A unit as people read it, and as UCUM writes it. Braces are what UCUM calls an annotation: a count of what they name. */
export const units = {
  pressure: { unit: 'mmHg', code: 'mm[Hg]' },
  perMinute: { unit: '/min', code: '/min' },
  percent: { unit: '%', code: '%' },
  score: { unit: 'points', code: '{score}' },
  mg: { unit: 'mg', code: 'mg' },
  ml: { unit: 'mL', code: 'mL' },
  mgPerMl: { unit: 'mg/mL', code: 'mg/mL' },
  mlPerH: { unit: 'mL/h', code: 'mL/h' },
  mgPerH: { unit: 'mg/h', code: 'mg/h' },
  minutes: { unit: 'min', code: 'min' },
  pieces: { unit: 'lozenges', code: '{lozenge}' },
  gauge: { unit: 'gauge', code: '{gauge}' },
} as const
export type Unit = keyof typeof units

export const quantity = (value: number, unit: Unit): Quantity => ({
  value,
  unit: units[unit].unit,
  system: systems.ucum,
  code: units[unit].code,
})

/** One thing that can be recorded, under the codes it has. */
export type Code = {
  /** In our own words. */
  says: string
  /** Published codes, the most precise first; none where none was found. Ours comes beside them. */
  published: readonly { system: string; code: string }[]
  /** Of a number. */
  unit?: Unit
  /** Where the codes were seen; where there are none, that none was found. */
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}

/** A row as FHIR writes it: published codes first, ours last, so that what has no other is found all the same. */
export const conceptOf = (
  id: string,
  { says, published }: Pick<Code, 'says' | 'published'>,
  system: string = systems.own,
): Concept => ({
  text: says,
  coding: [...published.map(({ system, code }) => ({ system, code })), { system, code: id, display: says }],
})

/** One of the answers of a list of ours: `dissociation`, `a little`. */
export const answerSystem = (list: string): string => `urn:evenkeel:answers:${list}`
export const answer = (list: string, code: string): Concept => ({
  text: code,
  coding: [{ system: answerSystem(list), code }],
})
