import { findPublicClinicId } from '../../clinic/accounts/public-clinic.ts'
import { addressLines } from '../../clinic/accounts/settings/clinic-settings.ts'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { contactOf } from '../../clinic/links/contact.ts'
import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { Day, type Instant } from '../../science/time.ts'
import type { Site } from './site/site.ts'

/** What the public pages may know: the day, and the clinic's own public words. Nothing of a patient. */
export const siteAt = async (db: Database, now: Instant): Promise<Site & { clinicId?: string }> => {
  const clinicId = await findPublicClinicId(db)
  const clinic = clinicId ? await reading(db, { clinicId }, findClinic) : undefined
  if (!clinicId || !clinic) return { today: Day.parse(now.slice(0, 10)), clinic: undefined }
  return {
    clinicId,
    today: Day.parse(dayIn(clinic.timeZone, now)),
    clinic: {
      contact: contactOf(clinic, now),
      place: addressLines(clinic.address),
      side: clinic.policy.publicSide ?? {},
    },
  }
}
