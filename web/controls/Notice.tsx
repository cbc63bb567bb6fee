import type { ReactNode } from 'react'
import { controlWords } from '../words/en/controls.ts'
import './Notice.css'
import { Shape, type Signal } from './Shape.tsx'

const names: Record<Signal, string> = {
  held: controlWords.held,
  attention: controlWords.attention,
  emergency: controlWords.emergency,
  info: controlWords.information,
  none: '',
}

/** Something to know before going on. `live` announces it when it appears; emergencies always are. */
export const Notice = ({
  signal = 'info',
  title,
  live,
  children,
}: {
  signal?: Signal | undefined
  title?: string | undefined
  live?: boolean | undefined
  children?: ReactNode
}) => (
  <div className="notice" data-signal={signal} role={signal === 'emergency' ? 'alert' : live ? 'status' : undefined}>
    <Shape signal={signal} />
    <div className="stack" data-gap="tight">
      <strong className="notice-title">
        {title === undefined ? (
          names[signal]
        ) : (
          <>
            <span className="unseen" lang="en">
              {names[signal]}:{' '}
            </span>
            {title}
          </>
        )}
      </strong>
      {children}
    </div>
  </div>
)
