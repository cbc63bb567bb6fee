import { z } from 'zod'
import type { Purpose } from '../../clinic/links/link.ts'
import { asqSinceLast } from '../../science/instruments/asq.ts'
import { nextDay } from '../../science/instruments/next-day.ts'
import { packLanguages } from '../../science/instruments/pack.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { Instant } from '../../science/time.ts'
import type { ShownList } from './help.ts'

/** What a link for answers is for. */
export const AskedFor = z.enum(['next-day', 'phq-9', 'questionnaires'])
export type AskedFor = z.infer<typeof AskedFor>

/** What staff may send a link for: questions, or the patient's own course to look at (care/over-time). */
export const SentFor = z.enum([...AskedFor.options, 'course'])
export type SentFor = z.infer<typeof SentFor>

/** What such a link asks, in this order, one question a screen; of the last kind each link says it itself. */
export const sheets: Readonly<Record<AskedFor, readonly string[]>> = {
  'next-day': [nextDay.id, asqSinceLast.id],
  'phq-9': [phq9.id],
  questionnaires: [],
}

export const asksFor = (purpose: Purpose | string): AskedFor | undefined => AskedFor.safeParse(purpose).data

/** How long such a link opens, in hours. Clinic policy. */
export const hoursToAnswer: Readonly<Record<SentFor, number>> = {
  'next-day': 48,
  'phq-9': 7 * 24,
  questionnaires: 7 * 24,
  course: 90 * 24,
}

/** Questionnaires one link may ask: a quarter of an hour is as much as anybody answers. */
export const mostAtOnce = 8

/** A link opened on the clinic's own tablet, or copied by hand, in hours. Clinic policy. */
export const hoursAtHand = 4

const answer = z.union([z.number(), z.string().max(60)]).nullish()

/** What a phone sends. Ids are made there, so that sending it twice stores it once. */
export const Sent = z.object({
  answeredAt: Instant,
  responses: z
    .array(
      z.object({
        id: z.uuid(),
        instrument: z.string().max(40),
        /** Of the words that stood on the phone; a page from before this was sent does not say it. */
        language: z.enum(packLanguages).optional(),
        answers: z.record(z.string().max(40), answer),
      }),
    )
    .min(1)
    .max(mostAtOnce),
})
export type Sent = z.infer<typeof Sent>

/** What GET /api/link/questions answers: asked one after the other. */
export type Sheet = { asks: AskedFor; lists: ShownList[] }
