import type { ReactNode } from 'react'
import { controlWords } from '../words/en/controls.ts'
import './Empty.css'

/** Where a list has nothing in it: what will be here, and the step that puts it here. */
export const Empty = ({ title, children }: { title?: string; children?: ReactNode }) => (
  <div className="empty">
    <svg viewBox="0 0 120 28" aria-hidden="true">
      <path d="M4 14h112" />
      <path d="M40 18c8 8 32 8 40 0" />
    </svg>
    <p>{title ?? controlWords.nothing}</p>
    {children}
  </div>
)
