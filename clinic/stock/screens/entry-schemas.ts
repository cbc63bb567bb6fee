import { z } from 'zod'
import { says } from '../../../web/words/en/says/stock.ts'
import { Quantity } from '../item.ts'
import { Words } from '../ledger.ts'

/** What is left empty is none of it; that not all is empty is looked at by the server. */
const quantity = z.preprocess((value) => ({ full: 0, ...(value as object) }), Quantity)
const when = { day: z.iso.date().optional(), time: z.string().optional() }
/** Half of a moment is not taken for this one. */
const whole = <Typed extends { day?: string | undefined; time?: string | undefined }>(
  schema: z.ZodType<Typed, object>,
) =>
  schema.superRefine(({ day, time }, { addIssue }) => {
    if (!day !== !time) addIssue({ code: 'custom', path: [day ? 'time' : 'day'], message: says.dayAndTime })
  })
const lot = { lot: z.string(says.lot).trim().min(1, says.lot), expiry: z.iso.date(says.expiry) }
const party = z.string(says.party).trim().min(2, says.party)
const lotId = z.uuid(says.noLot)

export const schemas = {
  received: whole(z.object({ ...lot, quantity, party, ...when })),
  opening: whole(z.object({ ...lot, quantity, ...when })),
  wasted: whole(z.object({ lotId, quantity, words: Words, ...when })),
  returned: whole(z.object({ lotId, quantity, party, words: Words, ...when })),
} as const
