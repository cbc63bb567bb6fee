import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { NotFound } from './Fallback.tsx'
import { Frame } from './Frame.tsx'
import { Home } from './Home.tsx'
import { staffRoutes } from './routes.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound })

const pages = staffRoutes.map(({ path, screen }) =>
  createRoute({ getParentRoute: () => root, path, component: screen }),
)
const home = staffRoutes.some(({ path }) => path === '/')
  ? []
  : [createRoute({ getParentRoute: () => root, path: '/', component: Home })]

export const router = createRouter({
  routeTree: root.addChildren([...pages, ...home]),
  defaultPreload: false,
  scrollRestoration: true,
})
