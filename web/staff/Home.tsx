import { Navigate } from '@tanstack/react-router'
import { Empty } from '../controls/Empty.tsx'
import { PageTitle } from '../controls/PageTitle.tsx'
import { useMe } from '../me.ts'
import { shellWords } from '../words/en/shell.ts'
import { placesFor } from './nav.tsx'

/** The start page of somebody whose role has no "Today": the first page of their menu; nobody begins in the cabinet. */
export const Home = () => {
  const { data: me } = useMe()
  const first = me && placesFor(me).find(({ path }) => path !== '/' && path !== '/stock')
  if (first) return <Navigate to={first.path} replace />
  return (
    <>
      <PageTitle title={shellWords.today} />
      <Empty title={shellWords.emptyHome} />
    </>
  )
}
