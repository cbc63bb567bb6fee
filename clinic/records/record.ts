import type { Query } from '../../database/types.ts'
import { says } from '../../web/words/en/says/records.ts'
import { Problem } from '../request/problem.ts'
import { knowledge, type NoneKnown, type Standing, standing } from './fact.ts'
import type { FactOf, Happened, Kind, NoneKnownAbout } from './kinds.ts'
import type { IdentityVersion, PatientNow, TeamMember } from './patient.ts'
import { findPatient, listIdentities, listNoneKnown, listRows, listTeam } from './queries.ts'

/** One list of a record: every fact in it with its history, and what an empty list is worth. */
export type RecordList<K extends Kind> = { facts: Standing<FactOf<K>>[]; known: ReturnType<typeof knowledge> }

export type PatientRecord = {
  patient: PatientNow
  identities: IdentityVersion[]
  contacts: Standing<FactOf<'contact'>>[]
  pharmacy: Standing<FactOf<'pharmacy'>>[]
  coverage: Standing<FactOf<'coverage'>>[]
  team: TeamMember[]
  /** Absent for people who may not read it, such as the front desk. */
  happened?: { [K in Happened]: Standing<FactOf<K>>[] }
  /** Absent for them, too. */
  clinical?: { problem: RecordList<'problem'>; medicine: RecordList<'medicine'>; allergy: RecordList<'allergy'> }
}

/** The lists that matter clinically, for this record and for the evaluation and the chart. */
export const clinicalLists = async (q: Query, patientId: string): Promise<NonNullable<PatientRecord['clinical']>> => {
  const [problem, medicine, allergy, said] = await Promise.all([
    listRows(q, 'problem', patientId),
    listRows(q, 'medicine', patientId),
    listRows(q, 'allergy', patientId),
    listNoneKnown(q, patientId),
  ])
  const none = (about: NoneKnownAbout): NoneKnown | undefined => said.find((row) => row.about === about)
  const list = <Content>(facts: Standing<Content>[], about: NoneKnownAbout) => ({
    facts,
    known: knowledge(facts, none(about)),
  })
  return {
    problem: list(standing(problem), 'problem'),
    medicine: list(standing(medicine), 'medicine'),
    allergy: list(standing(allergy), 'allergy'),
  }
}

const listHappened = async (q: Query, patientId: string): Promise<NonNullable<PatientRecord['happened']>> => {
  const [supply, loss, admission] = await Promise.all([
    listRows(q, 'supply', patientId),
    listRows(q, 'loss', patientId),
    listRows(q, 'admission', patientId),
  ])
  return { supply: standing(supply), loss: standing(loss), admission: standing(admission) }
}

/** The whole record, in one message to the database. */
export const recordFor = async (q: Query, patientId: string, withClinical: boolean): Promise<PatientRecord> => {
  const [patient, identities, contacts, pharmacy, coverage, team, clinical, happened] = await Promise.all([
    findPatient(q, patientId),
    listIdentities(q, patientId),
    listRows(q, 'contact', patientId),
    listRows(q, 'pharmacy', patientId),
    listRows(q, 'coverage', patientId),
    listTeam(q, patientId),
    withClinical ? clinicalLists(q, patientId) : undefined,
    withClinical ? listHappened(q, patientId) : undefined,
  ])
  if (!patient) throw new Problem('not-found', says.noSuchPatient)
  return {
    patient,
    identities,
    contacts: standing(contacts),
    pharmacy: standing(pharmacy),
    coverage: standing(coverage),
    team,
    ...(clinical ? { clinical } : {}),
    ...(happened ? { happened } : {}),
  }
}
