import type { Session } from '../sessions/session.ts'

/** What a form is filled from. Absent means that nobody has recorded it. */
export type Material = {
  session: Session
  timeZone: string
  patient: {
    givenName?: string | undefined
    middleName?: string | undefined
    familyName?: string | undefined
    birthDate?: string | undefined
    sex?: string | null | undefined
  }
  monitor: { name: string; email: string }
  clinic: {
    name: string
    address: {
      street?: string | undefined
      further?: string | undefined
      city?: string | undefined
      region?: string | undefined
      postalCode?: string | undefined
    }
  }
}
