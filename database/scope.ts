import type { Scope, Step } from './types.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const secret = /^[\w.:@+/=-]{1,200}$/

/** The statement that confines a transaction. What goes in is checked as well: a uuid, or a plain word. */
export const confine = (scope: Scope): Step => {
  if ('clinicId' in scope) return { text: asApp('clinic_id'), values: [checkedClinic(scope.clinicId)] }
  if (!secret.test(scope.knock)) throw new TypeError('A knock is one plain word')
  return { text: asApp('knock'), values: [scope.knock] }
}

/** One statement sets both: the role that row-level security holds, and whose rows it lets through. Both until the end. */
const asApp = (name: string): string =>
  `select set_config('role', 'evenkeel_app', true), set_config('evenkeel.${name}', $1, true)`

/** @returns the clinic a step confines to; undefined for any other step */
export const clinicOf = ({ text, values }: Step): string | undefined =>
  text === asApp('clinic_id') ? (values?.[0] ?? undefined) : undefined

export const setClinic = (clinicId: string): Step => ({
  text: `select set_config('evenkeel.clinic_id', $1, true)`,
  values: [checkedClinic(clinicId)],
})

const checkedClinic = (clinicId: string): string => {
  if (!uuid.test(clinicId)) throw new TypeError('A clinic is named by a uuid')
  return clinicId
}

/** How a transaction begins. Reads see one moment and cannot write. */
export const begin: Step = { text: 'begin', values: [] }
export const beginRead: Step = { text: 'begin isolation level repeatable read read only', values: [] }
