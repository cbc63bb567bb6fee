import type { Route } from '../../science/decide.ts'
import type { DefaultDocument } from './document.ts'
import { imKetamine } from './documents/im-ketamine.ts'

/** The texts that ship with Evenkeel, by route. The other routes have none yet, so nobody can publish for them. */
const shipped: Partial<Record<Route, DefaultDocument>> = { im: imKetamine }

export const findShipped = (route: Route): DefaultDocument | undefined => shipped[route]
