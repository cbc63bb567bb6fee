import { z } from 'zod'
import { NewCredential } from '../credentials/credential.ts'
import { ClinicSettings } from '../settings/clinic-settings.ts'
import { Email, personRoles, StaffName } from '../staff/staff.ts'

export const SetUpToken = z.string().min(20, 'This link was cut off.').max(100, 'This is not one of our links.')

/** Whoever sets up the clinic owns it; what else they do here they say themselves. */
export const Owner = z.object({
  id: z.uuid(),
  name: StaffName,
  email: Email,
  /** What else they do; it may be nothing. */
  roles: z
    .array(z.enum(personRoles), 'Say what else you do here, or that it is nothing.')
    .transform((chosen) => personRoles.filter((role) => role === 'owner' || chosen.includes(role))),
})

export const SetUp = z.object({
  token: SetUpToken,
  clinicId: z.uuid(),
  clinic: ClinicSettings,
  owner: Owner,
  credential: NewCredential,
})
export type SetUp = z.infer<typeof SetUp>
