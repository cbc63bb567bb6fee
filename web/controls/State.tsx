import type { ReactNode } from 'react'
import { Shape, type Signal } from './Shape.tsx'
import './State.css'

/** The state of a thing: a word, with a shape where the word is a signal. Colour is never the only sign. */
export const State = ({ signal = 'none', children }: { signal?: Signal | undefined; children: ReactNode }) => (
  <span className="state" data-signal={signal}>
    {signal !== 'none' && <Shape signal={signal} />}
    {children}
  </span>
)
