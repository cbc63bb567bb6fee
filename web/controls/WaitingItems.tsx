import type { ReactNode } from 'react'
import './WaitingItems.css'

/** On the start page: what waits for somebody here, an item each. */
export const WaitingItems = ({ children }: { children: ReactNode }) => <ul className="waiting-items">{children}</ul>
