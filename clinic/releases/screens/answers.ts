import type { Day } from '../../../science/time.ts'
import type { Naming } from '../queries.ts'
import type { Recipient, Release, ReleaseRequest, Standing } from '../release.ts'

/** What GET /api/patients/:patientId/releases answers. */
export type ReleasesAnswer = {
  recipients: Recipient[]
  /** Each as first named and as every change left them, oldest first. */
  namings: Naming[]
  releases: Release[]
  /** Put before the patient and not signed. */
  asked: ReleaseRequest[]
  /** Whether the patient agreed to be reached like this. */
  ways: { mail: boolean; sms: boolean }
  who: { patientName: string; birthDate: Day; clinicName: string; today: Day }
  /** Whether this person reads and records Part 2 consents. */
  mayPart2: boolean
}

/** What GET /api/link/release answers. */
export type ReleaseToSign = {
  patientName: string
  text: string
  textHash: string
  /** Why it cannot be signed. */
  holds: string | null
  signed: { name: string; on: Day; until: Day; standing: Standing; backOn: Day | null } | null
}
