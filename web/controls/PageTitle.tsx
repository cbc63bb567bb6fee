import { type ReactNode, useEffect, useRef } from 'react'
import { takeFocusMove } from '../focus.ts'
import './PageTitle.css'

/** Where you are: a title, the state of the thing beside it, one line under it. Focus comes here after a step. */
export const PageTitle = ({
  title,
  over,
  state,
  children,
}: {
  title: string
  /** A short line above: the patient's name over "Session 3", for instance. */
  over?: ReactNode
  state?: ReactNode
  children?: ReactNode
}) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeFocusMove()) ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="page-title">
      {over && <p className="page-over">{over}</p>}
      <div className="page-line">
        <h1 ref={ref} tabIndex={-1}>
          {title}
        </h1>
        {state}
      </div>
      {children && <div className="soft">{children}</div>}
    </header>
  )
}
