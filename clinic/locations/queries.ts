import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { says } from '../../web/words/en/says/locations.ts'
import { Problem } from '../request/problem.ts'
import type { Location, Place } from './location.ts'

/** The clinic's first location first. */
export const listLocations = (q: Query): Promise<Location[]> =>
  q.all<Location>(sql`
    select l.id, coalesce(nullif(l.name, ''), c.name) as name, l.name as "ownName", l.address, l.dea_number as "deaNumber",
           l.rems_certified as "remsCertified", l.closed_at is not null as closed
    from registered_location l join clinic c on c.clinic_id = l.clinic_id
    order by l.id <> l.clinic_id, l.made_at, l.id`)

export const placesOf = (locations: readonly Location[]): Place[] =>
  locations.map(({ id, name, closed }) => ({ id, name, closed }))

/**
 * The location that was named; without a name the only one that is open.
 * @throws Problem when there are several and none was named, or there is none of that id
 */
export const chosenIn = (locations: readonly Location[], id: string | undefined): Location => {
  const open = locations.filter(({ closed }) => !closed)
  const found = id === undefined ? open.length === 1 && open[0] : locations.find((one) => one.id === id)
  if (found) return found
  if (id !== undefined) throw new Problem('not-found', says.noLocation)
  throw new Problem('invalid', says.which, { fields: { locationId: says.which } })
}

/** As `chosenIn`, for a page to look at: without a name the first. */
export const shownIn = (locations: readonly Location[], id: string | undefined): Location =>
  chosenIn(locations, id ?? locations.find(({ closed }) => !closed)?.id)

export const chosenLocation = async (q: Query, id: string | undefined): Promise<Location> =>
  chosenIn(await listLocations(q), id)
