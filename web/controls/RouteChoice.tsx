import { Link } from '@tanstack/react-router'
import { everyRoute, type Route } from '../../science/decide.ts'
import { useTreatmentRoute } from '../treatment-route.ts'
import { treatmentWords as words } from '../words/en/treatment.ts'
import './RouteChoice.css'

/** Which of the four routes this page is about. It stands in the address, so it survives a reload and can be sent on. */
export const RouteChoice = ({ otherwise, asking = false }: { otherwise?: Route; asking?: boolean }) => {
  const known = useTreatmentRoute(otherwise)
  const chosen = asking ? undefined : known
  return (
    <nav className="route-choice" aria-label={words.route}>
      {everyRoute.map((route) => (
        <Link
          key={route}
          to="."
          search={(before: Record<string, unknown>) => ({ ...before, route })}
          aria-current={route === chosen ? 'page' : undefined}
        >
          {words.routes[route]}
        </Link>
      ))}
    </nav>
  )
}
