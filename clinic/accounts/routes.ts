import type { Route } from '../request/route.ts'
import { accountOwnRoutes } from './account/routes.ts'
import { joinRoutes } from './join/routes.ts'
import { meRoutes } from './me.ts'
import { setUpRoutes } from './set-up/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { staffRoutes } from './staff/routes.ts'

export const accountRoutes: Route[] = [
  ...meRoutes,
  ...setUpRoutes,
  ...signInRoutes,
  ...joinRoutes,
  ...accountOwnRoutes,
  ...settingsRoutes,
  ...staffRoutes,
]
