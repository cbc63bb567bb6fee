import { z } from 'zod'
import { Problem } from '../../clinic/request/problem.ts'
import { says } from '../../web/words/en/says/intake.ts'
import type { Reach } from './queries.ts'

/** Staff send the questions: by mail or text, or with a link opened here. The id is for an intake that is not there yet. */
export const AskIntake = z.object({ id: z.uuid(), by: z.enum(['mail', 'sms', 'here'], says.how) })
export type AskIntake = z.infer<typeof AskIntake>

/** How long the link opens, in hours. Long, because people take it up again on another day. Clinic policy. */
export const hoursOpen = { mail: 14 * 24, sms: 14 * 24, here: 4 } as const

/** Where to, by the way that was chosen. @throws Problem invalid where the patient has not agreed to that way */
export const addressFor = (by: 'mail' | 'sms', { reachBy, phone, email }: Reach): string => {
  const address = by === 'mail' ? email : phone
  if (reachBy.includes(by) && address !== '') return address
  throw new Problem('invalid', says.notReachable[by], { fields: { by: says.otherWay } })
}
