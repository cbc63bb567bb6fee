import { z } from 'zod'
import { says } from '../../web/words/en/says/locations.ts'

const text = (most: number) => z.string().trim().max(most, says.tooLong)
const name = text(120).min(1, says.name)

/** The address of the registration. What nobody has typed is absent, and a paper says so. */
const LocationAddress = z.object({
  street: text(200).optional(),
  further: text(200).optional(),
  city: text(100).optional(),
  region: text(100).optional(),
  postalCode: text(20).optional(),
})

const registration = {
  address: LocationAddress.default({}),
  /** As typed: whether it is right is for whoever reads it off the certificate. */
  deaNumber: text(30).default(''),
  /** Whether the setting is certified for esketamine here; null when nobody has said. */
  remsCertified: z.enum(['yes', 'no']).nullable().default(null),
}

export const NewLocation = z.object({ id: z.uuid(), name, ...registration })
export type NewLocation = z.infer<typeof NewLocation>

/** The clinic's first location may stay without a name of its own: it is called as the clinic is. */
export const LocationChange = z.object({
  name: text(120).default(''),
  ...registration,
  closed: z.boolean(),
})
export type LocationChange = z.infer<typeof LocationChange>

/** Where rooms and stock are: one registration with the DEA, with records of its own (CS-15). */
export type Location = Omit<NewLocation, 'name'> & {
  /** As it is shown: its own name, or the clinic's. */
  name: string
  ownName: string
  closed: boolean
}

/** What a screen needs to let somebody choose; with one place there is nothing to choose. */
export type Place = Pick<Location, 'id' | 'name' | 'closed'>
