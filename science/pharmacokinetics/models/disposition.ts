import type { Flow } from '../network.ts'

type ThreeCompartments = { v1: number; q2: number; v2: number; q3: number; v3: number }
type Norketamine = { vn: number; cln: number; vpn: number; qn: number }

/** Ketamine between the central and two peripheral compartments; volumes in L, flows in L/h. */
export const exchange = <Person extends ThreeCompartments>(): Flow<Person>[] => [
  { from: 'central', to: 'peripheral1', perHour: ({ q2, v1 }) => q2 / v1 },
  { from: 'peripheral1', to: 'central', perHour: ({ q2, v2 }) => q2 / v2 },
  { from: 'central', to: 'peripheral2', perHour: ({ q3, v1 }) => q3 / v1 },
  { from: 'peripheral2', to: 'central', perHour: ({ q3, v3 }) => q3 / v3 },
]

/** Norketamine in two compartments ("apparent": per unit of the fraction formed). */
export const norketamineDisposition = <Person extends Norketamine>(): Flow<Person>[] => [
  { from: 'norketamine', to: 'out', perHour: ({ cln, vn }) => cln / vn },
  { from: 'norketamine', to: 'norketaminePeripheral', perHour: ({ qn, vn }) => qn / vn },
  { from: 'norketaminePeripheral', to: 'norketamine', perHour: ({ qn, vpn }) => qn / vpn },
]

/** A constant rate (mg/h) into a compartment. */
export const feeds = <Person>(rate: string, to: string): Flow<Person> => ({
  from: rate,
  to,
  perHour: () => 1,
  keeps: true,
})

/** Areas under the two concentration curves, mg·h/L, collected exactly. */
export const areas = <Person extends { v1: number; vn: number }>(): Flow<Person>[] => [
  { from: 'central', to: 'area', perHour: ({ v1 }) => 1 / v1, keeps: true },
  { from: 'norketamine', to: 'norketamineArea', perHour: ({ vn }) => 1 / vn, keeps: true },
]
