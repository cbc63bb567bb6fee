import { Route } from '../science/decide.ts'
import { useSearchValue } from './params.ts'

/** The route of treatment that a page is about: from its address, or else the one given. */
export const useTreatmentRoute = (otherwise: Route = 'im'): Route => {
  const read = Route.safeParse(useSearchValue('route'))
  return read.success ? read.data : otherwise
}
