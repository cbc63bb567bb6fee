import { z } from 'zod'
import { says } from '../../../web/words/en/says/accounts.ts'
import { roles } from '../permissions.ts'

export const StaffName = z.string().trim().min(1, says.staffName).max(120)
/** Small letters, so that one address is one person. */
export const Email = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => typed.toLowerCase())
  .pipe(z.email(says.email))

export const personRoles = roles.filter((role) => role !== 'display')

/** A person's roles; a screen on a wall is no person and is made by its own route. */
export const PersonRoles = z
  .array(z.enum(personRoles, says.knownRoles))
  .min(1, says.oneRole)
  .transform((chosen) => personRoles.filter((role) => chosen.includes(role)))

export const NewStaff = z.object({ id: z.uuid(), name: StaffName, email: Email, roles: PersonRoles })
export type NewStaff = z.infer<typeof NewStaff>

export const NewDisplay = z.object({ id: z.uuid(), name: StaffName })
