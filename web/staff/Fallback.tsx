import { Link } from '@tanstack/react-router'
import { PageTitle } from '../controls/PageTitle.tsx'
import { useMe } from '../me.ts'
import { accountWords } from '../words/en/accounts.ts'
import { shellWords } from '../words/en/shell.ts'

export const NotFound = () => (
  <>
    <PageTitle title={shellWords.notFound}>{shellWords.notFoundHelp}</PageTitle>
    <Link to="/">{shellWords.goHome}</Link>
  </>
)

/** An owner is told where roles are given: there is nobody above them to ask. */
export const NotAllowed = () => {
  const { data: me } = useMe()
  const own = me?.staff?.roles.includes('owner')
  return (
    <>
      <PageTitle title={shellWords.notAllowed}>
        {own ? shellWords.notAllowedOwner : shellWords.notAllowedHelp}
      </PageTitle>
      {own ? <Link to="/settings/staff">{accountWords.staff.title}</Link> : <Link to="/">{shellWords.goHome}</Link>}
    </>
  )
}
