import { reading } from '../../../database/read.ts'
import { audited } from '../../audit/audited.ts'
import { Problem } from '../../request/problem.ts'
import { type Route, route } from '../../request/route.ts'
import { saveClinic } from './changes.ts'
import { ClinicSettings } from './clinic-settings.ts'
import { findClinic, type StoredClinic } from './queries.ts'

const parts = ['name', 'address', 'timeZone', 'emergencyPlan', 'messageCover', 'policy'] as const

const changedParts = (before: StoredClinic, after: ClinicSettings): string[] =>
  parts.filter((part) => sorted(before[part] ?? {}) !== sorted(after[part] ?? {}))

/** As text that does not depend on the order in which parts were written. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  )

export const settingsRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/clinic',
    may: 'clinic.read',
    handle: ({ db, clinicId }) => reading(db, { clinicId }, findClinic),
  }),
  route({
    method: 'POST',
    path: '/api/clinic',
    may: 'clinic.set',
    body: ClinicSettings,
    handle: async ({ db, clinicId, actor, now, body }) => {
      const before = await reading(db, { clinicId }, findClinic)
      if (!before) throw new Problem('not-found', 'There is no clinic to change.')
      const changed = changedParts(before, body)
      const subject = { kind: 'clinic', id: clinicId }
      if (changed.length > 0) {
        const act = { clinicId, actor, action: 'clinic.set', at: now, subject, detail: { changed } }
        await audited(db, act, (tx) => saveClinic(tx, body))
      }
      return reading(db, { clinicId }, findClinic)
    },
  }),
]
