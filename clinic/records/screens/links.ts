import { useMe } from '../../../web/me.ts'
import type { Permission } from '../../accounts/permissions.ts'

const everywhere = ['prescriber', 'monitor', 'front-desk']

/** A therapist sees only the patients whose team they are on. */
export const useSeesOnlyTheirTeam = (): boolean => {
  const roles = useMe().data?.staff?.roles ?? []
  return !roles.some((role) => everywhere.includes(role))
}

/** Where a patient's name leads: to the chart for whoever may read it, otherwise to the record. */
export const usePatientPage = (): ((patientId: string) => string) => {
  const permissions = useMe().data?.staff?.permissions ?? []
  const toChart = permissions.includes('chart.read' satisfies Permission)
  return (patientId) => (toChart ? `/patients/${patientId}` : `/patients/${patientId}/record`)
}
