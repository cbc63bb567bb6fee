import type { ReactNode } from 'react'
import './LevelPlot.css'

/** One value a minute from `from`, as points of a path in a frame that is `top` high. */
const pointsOf = (values: readonly number[], step: number, top: number): string[] =>
  values.map((value, i) => `${i * step} ${(top - value).toFixed(2)}`)

export const curvePath = (values: readonly number[], step: number, top: number): string =>
  values.length > 0 ? `M${pointsOf(values, step, top).join('L')}` : ''

export const bandPath = (low: readonly number[], high: readonly number[], step: number, top: number): string =>
  low.length > 0 ? `M${pointsOf(high, step, top).join('L')}L${pointsOf(low, step, top).reverse().join('L')}Z` : ''

/** A dot that stays round however the frame is stretched. */
export const dotPath = (x: number, y: number): string => `M${x} ${y}h0`

/**
 * A frame in minutes across and its own unit up, stretched to the width there is; text stands beside it at its own size.
 * `says` is what it shows, in words.
 */
export const LevelPlot = ({
  says,
  from,
  to,
  top,
  unit,
  scale,
  columns,
  children,
}: {
  says: string
  from: number
  to: number
  top: number
  unit: string
  /** From the top down, evenly spaced. */
  scale: readonly string[]
  /** Labels of equal stretches of time, each at its first minute. */
  columns: readonly { at: number; label: string }[]
  children: ReactNode
}) => {
  return (
    <div className="level">
      <p className="level-unit">{unit}</p>
      <div className="level-frame">
        <div className="level-scale" aria-hidden="true">
          {scale.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </div>
        <svg role="img" aria-label={says} viewBox={`${from} 0 ${to - from} ${top}`} preserveAspectRatio="none">
          <path
            className="level-grid"
            d={`${columns.map(({ at }) => `M${at} 0V${top}`).join('')}M${to} 0V${top}M${from} 0H${to}`}
          />
          {children}
          <path className="level-base" d={`M${from} ${top}H${to}`} />
        </svg>
      </div>
      <div className="level-columns" aria-hidden="true">
        {columns.map(({ at, label }) => (
          <span key={at}>{label}</span>
        ))}
      </div>
    </div>
  )
}
