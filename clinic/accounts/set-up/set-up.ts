import { z } from 'zod'
import { NewCredential } from '../credentials/credential.ts'
import { ClinicSettings } from '../settings/clinic-settings.ts'
import { Email, PersonRoles, StaffName } from '../staff/staff.ts'

export const SetUpToken = z.string().min(20, 'This link was cut off.').max(100, 'This is not one of our links.')

/** Whoever sets up the clinic owns it; what else they do here they say themselves. */
export const Owner = z.object({
  id: z.uuid(),
  name: StaffName,
  email: Email,
  roles: PersonRoles.transform((roles) => [...new Set(['owner' as const, ...roles])]),
})

export const SetUp = z.object({
  token: SetUpToken,
  clinicId: z.uuid(),
  clinic: ClinicSettings,
  owner: Owner,
  credential: NewCredential,
})
export type SetUp = z.infer<typeof SetUp>
