import { z } from 'zod'
import { says } from '../../web/words/en/says/records.ts'

/**
 * Text exactly as somebody typed it: emoji, right-to-left writing, angle brackets and spaces included. Refused are only
 * what no database can keep (a zero character, half a character) and what is longer than the place for it.
 */
export const typed = (what: string, most: number) =>
  z
    .string({ error: says.missing(what) })
    .max(most, says.tooLong(what, most))
    .refine((text) => text.isWellFormed() && !text.includes('\0'), says.unstorable(what))

/** The same, but not empty and not only spaces. */
export const required = (what: string, most: number) =>
  typed(what, most).refine((text) => text.trim() !== '', says.missing(what))

/** May be left out, and then it is empty: nobody has said. */
export const optional = (what: string, most: number) => typed(what, most).default('')

/** Yes, no, or not known, which is stored as nothing and never reads as no. */
export const YesOrNo = z
  .union([z.boolean(), z.literal('not known').transform(() => null), z.null()], {
    error: says.answer,
  })
  .default(null)
