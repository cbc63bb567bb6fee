import { Component, type ReactNode } from 'react'
import { controlWords } from '../words/en/controls.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** When a page's code fails: a sentence and a way on, never a blank page. The shell around it goes on working. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Notice signal="attention" title={controlWords.brokenTitle} live>
        <p>{controlWords.brokenHelp}</p>
        <p>
          <Button kind="quiet" onPress={() => window.location.reload()}>
            {controlWords.loadAgain}
          </Button>
        </p>
      </Notice>
    )
  }
}
