import { Navigate } from '@tanstack/react-router'
import { Empty } from '../controls/Empty.tsx'
import { PageTitle } from '../controls/PageTitle.tsx'
import { useMe } from '../me.ts'
import { shellWords } from '../words/en/shell.ts'
import { placesFor } from './nav.tsx'

const notFirst = ['/', '/patients', '/stock', '/requests']

/** The start page of somebody whose role has no "Today": the first page of their menu that says what needs them. */
export const Home = () => {
  const { data: me } = useMe()
  const first = me && placesFor(me).find(({ path }) => !notFirst.includes(path))
  if (first) return <Navigate to={first.path} replace />
  return (
    <>
      <PageTitle title={shellWords.today} />
      <Empty title={shellWords.emptyHome} />
    </>
  )
}
