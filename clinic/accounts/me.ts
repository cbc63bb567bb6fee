import { reading } from '../../database/read.ts'
import { type Route, route } from '../request/route.ts'
import { demoDoor } from './demo-clinic.ts'
import { hasClinic } from './first-run.ts'
import { type Permission, permissionsOf } from './permissions.ts'
import { findClinic } from './settings/queries.ts'

const outside: ReadonlySet<Permission> = new Set(['drills.read', 'drills.start'])

/** Who is at this browser, for the shell around every screen. Says nothing about the clinic to anybody else. */
export const meRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/me',
    may: 'public',
    handle: async ({ db, clinicId, actor, secrets }) => {
      if (actor.kind !== 'staff') {
        const { exists, enterable } = await demoDoor(db)
        // A demo that is still being made has nobody who could sign in.
        const firstRun = secrets.folder !== undefined && !exists && !(await hasClinic(db))
        return { signedIn: false, firstRun, locked: false, demo: { exists, enterable } }
      }
      const clinic = await reading(db, { clinicId }, findClinic)
      const { id, name, roles, locked } = actor
      return {
        signedIn: true,
        firstRun: false,
        locked,
        // Nobody starts a drill from inside one.
        staff: {
          id,
          name,
          roles,
          permissions: permissionsOf(roles).filter((one) => !clinic?.drillOf || !outside.has(one)),
        },
        clinic: clinic && {
          id: clinic.id,
          name: clinic.name,
          timeZone: clinic.timeZone,
          isDemo: clinic.isDemo,
          isDrill: clinic.drillOf !== null,
        },
      }
    },
  }),
]
