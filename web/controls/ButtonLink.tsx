import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './Button.css'

/** Goes somewhere and looks like a button. `to` is a path of web/staff/routes.tsx. */
export const ButtonLink = ({
  to,
  kind = 'quiet',
  children,
}: {
  to: string
  kind?: 'main' | 'quiet' | 'plain'
  children: ReactNode
}) => (
  <Link to={to} className="button" data-kind={kind}>
    {children}
  </Link>
)
