import type { Scope } from './types.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const secret = /^[\w.:@+/=-]{1,200}$/

/** Statements that confine a transaction. They are text, so what goes in is checked first: a uuid, or a plain word. */
export const confine = (scope: Scope): string => {
  if ('clinicId' in scope) return `set local role evenkeel_app; ${setClinic(scope.clinicId)}`
  if (!secret.test(scope.knock)) throw new TypeError('A knock is one plain word')
  return `set local role evenkeel_app; set local evenkeel.knock = '${scope.knock}'`
}

export const setClinic = (clinicId: string): string => {
  if (!uuid.test(clinicId)) throw new TypeError('A clinic is named by a uuid')
  return `set local evenkeel.clinic_id = '${clinicId}'`
}
