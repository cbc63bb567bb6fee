import { useMe } from '../../../web/staff/me.ts'
import { staffRoutes } from '../../../web/staff/routes.tsx'

const everywhere = ['prescriber', 'monitor', 'front-desk']

/** A therapist sees only the patients whose team they are on. */
export const useSeesOnlyTheirTeam = (): boolean => {
  const roles = useMe().data?.staff?.roles ?? []
  return !roles.some((role) => everywhere.includes(role))
}

/** Where a patient's name leads: to the chart for whoever may read it, otherwise to the record. */
export const usePatientPage = (): ((patientId: string) => string) => {
  const permissions = useMe().data?.staff?.permissions ?? []
  const chart = staffRoutes.find(({ path }) => path === '/patients/$patientId')
  const toChart = chart !== undefined && (chart.may === undefined || permissions.includes(chart.may))
  return (patientId) => (toChart ? `/patients/${patientId}` : `/patients/${patientId}/record`)
}
