import type { Route } from '../../clinic/request/route.ts'
import { boardRoutes } from './board/routes.ts'
import { lengthRoute } from './length.ts'
import { noteRoutes } from './note/routes.ts'
import { roomRoutes } from './rooms/routes.ts'
import { administeredRoutes } from './routes-administered.ts'
import { bookingRoutes } from './routes-booking.ts'
import { gateRoutes } from './routes-gates.ts'
import { logRoutes } from './routes-log.ts'
import { readRoutes } from './routes-read.ts'
import { toBookRoute } from './to-book.ts'

export const sessionRoutes: Route[] = [
  ...roomRoutes,
  ...bookingRoutes,
  lengthRoute,
  toBookRoute,
  ...readRoutes,
  ...boardRoutes,
  ...logRoutes,
  ...gateRoutes,
  ...noteRoutes,
  ...administeredRoutes,
]
