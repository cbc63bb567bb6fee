import { z } from 'zod'
import { type MayShare, mayShare, type Sharing } from '../../clinic/releases/may-share.ts'
import type { Release } from '../../clinic/releases/release.ts'
import { notLookedAt } from '../../clinic/releases/substance-words.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/payer.ts'

/** The text for the payer on its way out: to which payer, and whether the patient released it. Pure. */

export const TakePayerText = z.object({
  id: z.uuid(),
  recipientId: z.uuid(says.toWhom),
  text: z.string().trim().min(1, says.empty).max(20_000, says.tooLong),
  substanceUse: z.boolean(says.substanceUse),
  /** Words of substance use in it of which whoever takes it says that they are not about it. */
  lookedWords: z.array(z.string().max(80)).max(200).default([]),
})
export type TakePayerText = z.infer<typeof TakePayerText>

/** The text speaks of the diagnosis, of medicines tried, and of a score. */
const contents = ['diagnoses', 'medicines', 'scores'] as const

export const mayGoToPayer = (
  { recipientId, aside, substanceUse, on }: Pick<Sharing, 'recipientId' | 'aside' | 'substanceUse' | 'on'>,
  releases: readonly Release[],
): MayShare => mayShare({ recipientId, aside, purpose: 'payment', contents, substanceUse, on }, releases)

/** Words that nobody looked at keep "no" from being an answer. */
export const openPayerWords = ({ text, substanceUse, lookedWords }: Omit<TakePayerText, 'id' | 'recipientId'>) =>
  substanceUse ? [] : notLookedAt(text, lookedWords)

export type Taken = { id: string; to: string; onDay: Day; textHash: string; at: Instant; by: string }
export type PayerAnswer = {
  /** Who is named as a payer, with whether a text that is not about substance use may go to them today. */
  payers: { id: string; name: string; sharing: MayShare }[]
  taken: Taken[]
}
