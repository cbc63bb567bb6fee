import type { Route } from '../../science/decide.ts'

/** The made-up patient of every drill. Nobody could take the name for a person's. */
export const drillPatient = {
  givenName: 'Drill',
  familyName: 'Notapatient',
  birthDate: '1980-01-15',
  sex: 'female',
  phone: '503 555 0100',
  reachBy: ['call'],
} satisfies object

export const drillEscort = { name: 'Drill Escort', phone: '503 555 0101', relation: 'Sister' }

/** What the made-up plan of the made-up patient says, as in the demo. A trainee gives nothing of it. */
export const drillDoseMg: Record<Route, number> = { im: 35, iv: 35, lozenge: 100, esketamine: 56 }

export const drillStaff = {
  prescriber: { name: 'Drill Prescriber', roles: ['prescriber'] },
  monitor: { name: 'Drill Monitor', roles: ['monitor'] },
  frontDesk: { name: 'Drill Front Desk', roles: ['front-desk'] },
  owner: { name: 'Drill Owner', roles: ['owner'] },
} as const
