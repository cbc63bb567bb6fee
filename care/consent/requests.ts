import { z } from 'zod'
import { Route } from '../../science/decide.ts'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/consent.ts'
import { Additions } from './document.ts'

/** What the routes take. Pure, so that the screens check with the same sentences. */

const sentence = (empty: string, most = 2000) => z.string().trim().min(1, empty).max(most, says.tooLong(most))

export const How = z.enum(['mail', 'sms', 'tablet'])
export type How = z.infer<typeof How>

export const OfRoute = z.object({ route: Route })

export const Publish = z.object({
  id: z.uuid(),
  /** The newest version when the text was opened; 0 when there was none. */
  expected: z.int().min(0),
  additions: Additions,
  whatChanged: sentence(says.whatChanged),
})

export const Send = z.object({
  how: How,
  /** Somebody of the staff stays with the patient: only on the clinic's tablet. */
  present: z.boolean().default(false),
})

export const Ask = Send.extend({
  id: z.uuid(),
  route: Route,
  treatedFor: sentence(says.treatedFor, 500),
  aim: sentence(says.aim, 500),
  /** Who works with the patient in therapy alongside and signs too. */
  therapistId: z.uuid().optional(),
})

export const AnswerQuestion = z.object({
  id: z.uuid(),
  questionId: z.uuid(),
  words: sentence(says.answer),
})

export const Countersign = z.object({
  id: z.uuid(),
  textHash: z.string(),
  /** Needed where the patient's last answer to a question is not what the text says. */
  talkedThrough: sentence(says.talkedThrough).optional(),
})

export const TherapistSign = z.object({ id: z.uuid(), textHash: z.string() })

export const AnswerCheck = z.object({ id: z.uuid(), checkId: z.string().max(40), choice: z.string().max(40) })

export const Withdraw = z.object({
  id: z.uuid(),
  reason: sentence(says.withdrawalReason),
  /** When the patient said it; now, unless it is written down later. */
  withdrawnAt: Instant.optional(),
})

/** What the holder of a link sends who says no. Nobody needs a reason. */
export const TakeBack = z.object({ id: z.uuid(), reason: z.string().trim().max(2000, says.tooLong(2000)).default('') })

export const AskQuestion = z.object({
  id: z.uuid(),
  section: z.string().min(1).max(40),
  words: sentence(says.toPatient.question, 1000),
})

export const DeviceKind = z.enum(['phone', 'tablet', 'computer', 'unknown'])
export type DeviceKind = z.infer<typeof DeviceKind>

export const Sign = z.object({
  id: z.uuid(),
  textHash: z.string(),
  signedName: sentence(says.toPatient.fullName, 200).refine(
    (name) => /\p{L}.*\p{L}/u.test(name),
    says.toPatient.fullName,
  ),
  deviceKind: DeviceKind,
  confirms: z.literal(true, says.toPatient.confirms),
  /** The points of the text, each by its id. */
  confirmed: z.array(z.string().max(40)).max(20).default([]),
})

/** How long a link opens the document, in hours: sent home, and opened on the clinic's tablet. Clinic policy. */
export const hoursOpen = { mail: 7 * 24, sms: 7 * 24, tablet: 4 } as const
