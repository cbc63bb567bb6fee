import { Link } from '@tanstack/react-router'
import { PageTitle } from '../controls/PageTitle.tsx'
import { shellWords } from '../words/en/shell.ts'

export const NotFound = () => (
  <>
    <PageTitle title={shellWords.notFound}>{shellWords.notFoundHelp}</PageTitle>
    <Link to="/">{shellWords.goHome}</Link>
  </>
)

export const NotAllowed = () => (
  <>
    <PageTitle title={shellWords.notAllowed}>{shellWords.notAllowedHelp}</PageTitle>
    <Link to="/">{shellWords.goHome}</Link>
  </>
)
