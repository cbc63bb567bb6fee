import type { Coding, Concept, Quantity } from '../../../science/codes/code.ts'
import { systems } from '../../../science/codes/code.ts'
import type { Instant } from '../../../science/time.ts'

/**
 * What a session recorded, with codes and units, named as in FHIR R4 so that one becomes the other line by line
 * (Observation, MedicationAdministration, MedicationRequest, Encounter). What FHIR has no place for is marked "ours".
 */

export type Reference = { reference: string; display?: string | undefined }
export type Period = { start: Instant; end?: Instant | undefined }

type Values = {
  valueQuantity: Quantity
  valueBoolean: boolean
  valueCodeableConcept: Concept
  valueString: string
  valueDateTime: Instant
  dataAbsentReason: Concept
}
/** A value, or why there is none. Nothing else: what nobody asked is not there at all. */
export type Value = { [K in keyof Values]: Pick<Values, K> }[keyof Values]
export type AnyValue = Partial<Values>

export type Component = { code: Concept } & Value

/** Ours: what a device sent with the values it measured. */
export type Device = {
  display: string
  model?: string | undefined
  /** Its own wall time. */
  time?: string | undefined
  user?: number | undefined
  measured: string[]
  remarks?: string[] | undefined
}

/** Ours: who replaced this by what came after it, and why. */
export type Replaced = { at: Instant; by: Reference; reason: string }

export type CodedObservation = {
  id: string
  status: 'final' | 'amended' | 'entered-in-error'
  category?: Concept[] | undefined
  code: Concept
  /** When it was seen. */
  effectiveDateTime?: Instant | undefined
  effectivePeriod?: Period | undefined
  /** When it was written down. */
  issued: Instant
  performer: Reference[]
  /** What it is about besides the patient: another observation. */
  focus?: Reference[] | undefined
  partOf?: Reference[] | undefined
  bodySite?: Concept | undefined
  component?: Component[] | undefined
  note?: string[] | undefined
  /** Ours: how the value came in. Of two pressures a device may have measured one: `device.measured` names which. */
  entered: 'by hand' | 'by a device'
  device?: Device | undefined
  replaced?: Replaced | undefined
} & AnyValue

/** A stretch at one rate: FHIR's administration that is part of another. */
export type AtOneRate = {
  id: string
  partOf: Reference[]
  effectivePeriod: Required<Period>
  dosage: { rateQuantity: Quantity; dose: Quantity }
  /** Ours: the same rate by the amount of the drug. */
  rateByDrug: Quantity
}

export type CodedAdministration = {
  id: string
  /** `stopped`: not all of it went in. `unknown`: what became of it was not recorded. */
  status: 'in-progress' | 'on-hold' | 'not-done' | 'completed' | 'stopped' | 'unknown' | 'entered-in-error'
  statusReason?: string | undefined
  medicationCodeableConcept: Concept
  effectiveDateTime?: Instant | undefined
  effectivePeriod?: Period | undefined
  performer: Reference[]
  request: Reference
  dosage: {
    route: Concept
    site?: Concept | undefined
    /** What went in. Where that is not known it is not there, and `doseAbsentReason` says so. */
    dose?: Quantity | undefined
    /** Ours. FHIR wants a dose or a rate in a dosage (mad-1): with neither, the dosage is left out there. */
    doseAbsentReason?: Concept | undefined
  }
  /** Ours: the number of the dose or device in this session. */
  number?: number | undefined
  /** Ours: when it was written down. */
  issued: Instant
  /** Ours: left or right. */
  laterality?: Concept | undefined
  /** Ours: what was drawn, programmed, put into the mouth or in the device, before anything became of it. */
  prepared?: Readonly<Record<string, Quantity>> | undefined
  planned?: Quantity | undefined
  /** Ours: over how long the plan had it go in. */
  plannedDuration?: Quantity | undefined
  /** Of the batch of the medication. */
  batch?: { lotNumber?: string | undefined; expirationDate?: string | undefined } | undefined
  /** Ours: why it is not the plan's amount, and why this lot. */
  note?: string[] | undefined
  parts?: AtOneRate[] | undefined
  replaced?: Replaced | undefined
  /** Ours: it stands otherwise than it was first written; what it was is beside it. */
  amended?: true | undefined
}

export type CodedPlan = {
  id: string
  medicationCodeableConcept: Concept
  dosageInstruction: { route: Concept; doseQuantity: Quantity }
}

export type CodedFacts = {
  format: 'evenkeel session facts 1'
  /** The codes as they stood when this was made. */
  codes: { version: string; licences: readonly string[] }
  subject: Reference
  encounter: {
    id: string
    status: 'planned' | 'arrived' | 'in-progress' | 'finished' | 'cancelled'
    class: Coding
    period?: Period | undefined
    /** Ours: how it ended. */
    ended?: Concept | undefined
  }
  /** The versions of the plan that something was given or meant to be given under. */
  plans: CodedPlan[]
  observations: CodedObservation[]
  administrations: CodedAdministration[]
}

/** Why there is no value, of FHIR's own list. */
export const absent = (code: 'unknown' | 'asked-declined' | 'not-performed' | 'error'): Concept => ({
  coding: [{ system: systems.absent, code }],
})
