import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './Button.css'

/** Goes somewhere and looks like a button. `to` is a path of web/staff/routes.tsx. */
export const ButtonLink = ({
  to,
  search,
  kind = 'quiet',
  label,
  children,
}: {
  to: string
  search?: Readonly<Record<string, string>>
  kind?: 'main' | 'quiet' | 'plain'
  /** For a link whose visible words need more said aloud. */
  label?: string
  children: ReactNode
}) => (
  <Link to={to} search={search as never} className="button" data-kind={kind} aria-label={label}>
    {children}
  </Link>
)
