import type { Role } from './permissions.ts'

/** Whoever is asking: a member of staff, a patient holding a link, the software's own clock, or nobody we know. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; roles: readonly Role[]; signInId: string; locked: boolean }
  | { kind: 'link'; id: string; patientId: string; purpose: string; name: string }
  | { kind: 'system'; id: string; name: string }
  | { kind: 'nobody'; id: string; name: string }

/** Fixed, so that the trail shows the same hand for everything that nobody in particular did. */
export const nobody: Actor = { kind: 'nobody', id: '00000000-0000-4000-8000-000000000000', name: 'Not signed in' }
export const system: Actor = { kind: 'system', id: '00000000-0000-4000-8000-000000000001', name: 'Evenkeel' }
