import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Route } from '../../science/decide.ts'
import { inTheWay, useRead } from '../api.ts'
import { useParam, useSearchValue } from '../params.ts'
import { treatmentWords as words } from '../words/en/treatment.ts'
import { PageTitle } from './PageTitle.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { RouteChoice } from './RouteChoice.tsx'
import { Skeleton } from './Skeleton.tsx'

/**
 * A patient's page that is about one route: the one in its address, or else the patient's own (of the plan, or of the
 * newest determination). Where neither says, it asks: no route is taken for granted. A page that serves every route, and
 * has the choice on it, opens.
 */
export const OnOwnRoute = ({
  title,
  serving = 'one route',
  children,
}: {
  title: string
  serving?: 'one route' | 'every route'
  children: ReactNode
}) => {
  const patientId = useParam('patientId')
  const asked = Route.safeParse(useSearchValue('route')).success
  const { data, error, refetch } = useRead<{ route: Route | null }>(
    asked ? undefined : `/api/patients/${patientId}/route`,
  )
  if (asked) return children
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  if (data.route) {
    const { route } = data
    return <Navigate to="." search={(before: Record<string, unknown>) => ({ ...before, route })} replace />
  }
  if (serving === 'every route') return children
  return (
    <>
      <PageTitle title={title}>{words.which}</PageTitle>
      <RouteChoice asking />
    </>
  )
}
