import { Link } from '@tanstack/react-router'
import { useSearchValue } from '../../../web/params.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import type { Place } from '../../locations/location.ts'
import '../../../web/controls/RouteChoice.css'

export type Search = Readonly<Record<string, string>>

/** The registered location in the address of a stock page, and what it adds to a request. Absent: the clinic's one. */
export const useAt = (): { search: Search; ask: (path: string) => string } => {
  const location = useSearchValue('location')
  return {
    search: location ? { location } : {},
    ask: (path) => (location ? `${path}${path.includes('?') ? '&' : '?'}location=${location}` : path),
  }
}

/** Which location this page is about. Where there is one, there is nothing to choose. */
export const PlaceChoice = ({ location, locations }: { location: string; locations: readonly Place[] }) =>
  locations.length > 1 && (
    <nav className="route-choice" aria-label={words.location}>
      {locations.map(({ id, name, closed }) => (
        <Link
          key={id}
          to="."
          search={(before: Record<string, unknown>) => ({ ...before, location: id })}
          aria-current={id === location ? 'page' : undefined}
        >
          {closed ? words.closedLocation(name) : name}
        </Link>
      ))}
    </nav>
  )
