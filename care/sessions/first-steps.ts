import { carriesBy } from '../../clinic/messages/carriers.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'

/** What a clinic needs before anybody can be treated, in the order it is done. True where it is there. */
export type FirstSteps = { rooms: boolean; staff: boolean; consent: boolean; mail: boolean; patients: boolean }

/** Asked by the first page of an owner: what a new clinic still lacks. */
export const firstSteps: Route = route({
  method: 'GET',
  path: '/api/first-steps',
  may: 'clinic.set',
  handle: ({ db, clinicId }) =>
    reading(db, { clinicId }, (q) =>
      q.one<FirstSteps>(sql`select
        exists (select from room where retired_at is null) as rooms,
        exists (select from staff where not roles @> '{owner}' and not roles @> '{display}') as staff,
        exists (select from consent_document) as consent,
        (select is_demo from clinic) or ${carriesBy(process.env).mail} as mail,
        exists (select from patient) as patients`),
    ),
})
