import { z } from 'zod'
import { says } from '../../web/words/en/says/records.ts'
import { changeOf, changeOfHappened } from './fact.ts'
import { Identity } from './identity.ts'
import { kinds } from './kinds.ts'
import { required } from './typed.ts'

const withId = <Shape extends z.ZodType>(fact: Shape) => z.object({ id: z.uuid(), fact })

/** A new patient, as one form sends it. All ids are made on the device, so sending it twice registers once. */
export const Registration = z.object({
  id: z.uuid(),
  identityId: z.uuid(),
  identity: Identity,
  contacts: z.array(withId(kinds.contact)).max(10).default([]),
  pharmacy: withId(kinds.pharmacy).nullable().default(null),
  coverage: withId(kinds.coverage).nullable().default(null),
  /** Present when the person saw who this looks like and decided that it is somebody else. */
  anyway: z
    .object({ notTheSameAs: z.array(z.uuid()).min(1).max(50), reason: required(says.what.reason, 1000) })
    .nullable()
    .default(null),
})
export type Registration = z.infer<typeof Registration>

export const NewIdentity = z.object({
  id: z.uuid(),
  after: z.number().int().min(1),
  identity: Identity,
  why: required(says.what.reasonForChange, 1000),
})

export const changes = {
  problem: changeOf('problem'),
  medicine: changeOf('medicine'),
  allergy: changeOf('allergy'),
  contact: changeOf('contact'),
  pharmacy: changeOf('pharmacy'),
  coverage: changeOf('coverage'),
  supply: changeOfHappened('supply'),
  loss: changeOfHappened('loss'),
  admission: changeOfHappened('admission'),
} as const
