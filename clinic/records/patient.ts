import type { Instant } from '../../science/time.ts'
import type { Identity } from './identity.ts'

/** What a list or a heading needs to name somebody without mistaking them for another. */
export type PatientLine = {
  id: string
  /** The short number on the folder. */
  number: number
  displayName: string
  legalName: string
  birthDate: string
  phone: string
}

/** The patient as they are now: the newest version of who they are. */
export type PatientNow = PatientLine & { version: number; identity: Identity; registeredAt: Instant; since: Instant }

export type IdentityVersion = {
  version: number
  identity: Identity
  why: string
  recordedAt: Instant
  recordedBy: string
}

export type TeamMember = { id: string; staffId: string; name: string; roles: string[]; assignedAt: Instant }
