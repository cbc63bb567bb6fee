import { z } from 'zod'
import { says } from '../../../web/words/en/says/accounts.ts'
import { NewCredential } from '../credentials/credential.ts'
import { ClinicSettings } from '../settings/clinic-settings.ts'
import { Email, personRoles, StaffName } from '../staff/staff.ts'

export const SetUpToken = z.string().min(20, says.linkCutOff).max(100, says.linkNotOurs)

/** Whoever sets up the clinic owns it; what else they do here they say themselves. */
export const Owner = z.object({
  id: z.uuid(),
  name: StaffName,
  email: Email,
  /** What else they do; it may be nothing. */
  roles: z
    .array(z.enum(personRoles), says.elseHere)
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
