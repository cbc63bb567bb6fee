import { type ReactNode, useId, useRef, useState } from 'react'
import { useFocusStaysNear } from '../focus.ts'
import { ApiProblem } from '../problem.ts'
import './Button.css'
import { ProblemNotice } from './ProblemNotice.tsx'

export type ButtonProps = {
  /** A verb: "Give dose", "Release to Sam". Never "OK". */
  children: ReactNode
  /** main: the one action of the screen. quiet: the rest. plain: reads as a link. emergency: the clinic's plan. */
  kind?: 'main' | 'quiet' | 'plain' | 'emergency' | undefined
  /** Why this cannot be done now; shown under the button, which stays reachable by keyboard and is not pressed. */
  why?: string | undefined
  /** May return a promise: the button waits for it, and shows the server's answer beneath when it is a problem. */
  onPress?: (() => unknown) | undefined
  submit?: boolean | undefined
  busy?: boolean | undefined
  wide?: boolean | undefined
  /** For a button whose visible words need more said aloud. */
  label?: string | undefined
}

export const Button = (props: ButtonProps) => {
  const { children, kind = 'main', why, onPress, submit, wide, label } = props
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const reasonId = useId()
  const place = useRef<HTMLSpanElement>(null)
  useFocusStaysNear(place)
  const busy = waiting || props.busy === true
  const press = async () => {
    const answer = onPress?.()
    if (!(answer instanceof Promise)) return
    setWaiting(true)
    setProblem(undefined)
    try {
      await answer
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <span ref={place} className="button-place" data-wide={wide}>
      <button
        type={submit ? 'submit' : 'button'}
        className="button"
        data-kind={kind}
        aria-disabled={why !== undefined || busy ? true : undefined}
        aria-busy={busy || undefined}
        aria-describedby={why === undefined ? undefined : reasonId}
        aria-label={label}
        onClick={(event) => {
          if (why !== undefined || busy) event.preventDefault()
          else void press()
        }}
      >
        {children}
      </button>
      {why !== undefined && (
        <span className="button-why" id={reasonId}>
          {why}
        </span>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </span>
  )
}
