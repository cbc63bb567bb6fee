import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Code } from './code.ts'
import { systems } from './code.ts'

/** Where codes come from. They are looked at again by this date. */
export const codesReview = generalReview

export const codeSources = {
  usCoreOximetry: {
    label: 'US Core 7.0.0, pulse oximetry profile (both codes are required)',
    address: 'https://hl7.org/fhir/us/core/STU7/StructureDefinition-us-core-pulse-oximetry-definitions.html',
    status: 'verified',
  },
  usCoreVitals: { label: 'US Core 6.1.0, vital signs profiles, as packaged', status: 'verified' },
  ips: {
    label: 'International Patient Summary, pregnancy status, as public examples use it',
    status: 'secondary',
  },
  painInGuides: { label: 'LOINC pain severity 0 to 10, as several public FHIR guides use it', status: 'secondary' },
  snomedSeen: {
    label: 'SNOMED CT, as several public code bases use it; not looked up in the terminology',
    status: 'secondary',
  },
  rxnormIngredient: { label: 'RxNorm ingredient, not looked up in RxNav', status: 'memory' },
  rxnorm100: { label: 'openFDA NDC directory, ketamine 100 mg/mL (71872-7296)', status: 'secondary' },
  rxnorm50: { label: 'RxNorm by the label of Hospira for 50 and 100 mg/mL; confirm in RxNav', status: 'secondary' },
  rxnorm10: { label: 'RxNorm by elimination; confirm in RxNav', status: 'memory' },
  rxnormSpray: {
    label:
      'RxNorm of the nasal spray as a form, in a public NDC list and openFDA; no code of the clinical drug was found',
    status: 'secondary',
  },
} as const satisfies Record<string, Source>

export const loinc = (...codes: string[]) => codes.map((code) => ({ system: systems.loinc, code }))
export const snomed = (code: string) => [{ system: systems.snomed, code }]
export const rxnorm = (code: string) => [{ system: systems.rxnorm, code }]

/** A row whose codes somebody published. */
export const coded = (says: string, published: Code['published'], source: Source, more: Partial<Code> = {}): Code => ({
  says,
  published,
  source,
  reviewBy: codesReview,
  ...more,
})

/** A row with our own code only: no published code was found for it, and none is invented. */
export const ours = (says: string, more: Partial<Code> = {}): Code => ({
  says,
  published: [],
  source: policy('our own code, as no published one was found'),
  reviewBy: codesReview,
  ...more,
})
