import { Link } from '@tanstack/react-router'
import { Component, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { Notice } from '../controls/Notice.tsx'
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

/** When a page's code fails: a sentence and a way on, never a blank page. The shell around it goes on working. */
// biome-ignore lint/style/useReactFunctionComponents: React catches errors in class components only
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Notice signal="attention" title={shellWords.brokenTitle} live>
        <p>{shellWords.brokenHelp}</p>
        <p>
          <Button kind="quiet" onPress={() => window.location.reload()}>
            {shellWords.loadAgain}
          </Button>
        </p>
      </Notice>
    )
  }
}
