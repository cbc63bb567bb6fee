import type { ReactNode } from 'react'
import type { Me } from '../me.ts'
import { registryWords } from '../words/en/registry.ts'
import { requestStaffWords } from '../words/en/request.ts'
import { shellWords } from '../words/en/shell.ts'
import { staffRoutes } from './routes.tsx'

/** `wide`: only beside a wide page; on a phone another page leads there. */
export type Place = { path: string; label: string; icon: ReactNode; wide?: true }

const icon = (d: string) => (
  <svg className="nav-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
)

const places: Place[] = [
  { path: '/', label: shellWords.today, icon: icon('M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4') },
  {
    path: '/board',
    label: shellWords.board,
    icon: icon('M3.5 5h7.5v6H3.5zM13 5h7.5v6H13zM3.5 13.5h7.5V19H3.5zM13 13.5h7.5V19H13z'),
  },
  {
    path: '/patients',
    label: shellWords.patients,
    icon: icon('M12 12a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 20c.6-3.8 3.3-5.5 7-5.5s6.4 1.7 7 5.5'),
  },
  { path: '/registry', label: registryWords.title, icon: icon('M4 6h10M4 12h16M4 18h7M17.5 3.5v5M15 6h5'), wide: true },
  { path: '/requests', label: requestStaffWords.title, icon: icon('M4 6h16v12H4zM4 7.5l8 6 8-6') },
  { path: '/alerts', label: shellWords.alerts, icon: icon('M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zM10.3 20h3.4') },
  {
    path: '/stock',
    label: shellWords.stock,
    icon: icon('M9 3.5h6M10 3.5v3.2L7.5 9v11.5h9V9L14 6.7V3.5M7.5 13h9'),
  },
  { path: '/settings', label: shellWords.settings, icon: icon('M4 7h8M17 7h3M4 17h3M12 17h8M14.5 9.5v-5M9.5 19.5v-5') },
]

/** A phone has room for so many; beyond it requests are reached from the patients, as the registry is. */
const mostOnPhone = 6

/** The pages of the menu that exist and that this person may open. */
export const placesFor = (me: Me): Place[] => {
  const open = places.filter(({ path }) => {
    const route = staffRoutes.find((one) => one.path === path)
    return route !== undefined && (route.may === undefined || me.staff?.permissions.includes(route.may))
  })
  const full = open.filter(({ wide }) => !wide).length > mostOnPhone
  return open.map((place) => (full && place.path === '/requests' ? { ...place, wide: true } : place))
}
