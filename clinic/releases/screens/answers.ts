import type { Day } from '../../../science/time.ts'
import type { Recipient, Release } from '../release.ts'

/** What GET /api/patients/:patientId/releases answers. */
export type ReleasesAnswer = {
  recipients: Recipient[]
  releases: Release[]
  who: { patientName: string; birthDate: Day; clinicName: string; today: Day }
  /** Whether this person reads and records Part 2 consents. */
  mayPart2: boolean
}
