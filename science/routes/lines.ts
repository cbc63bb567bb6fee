import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'
import type { Limit, LimitKey, Limits } from './limits.ts'

/**
 * A sentence with its source: an instruction, or a step of the protocol. One that names a limit keeps its `template`,
 * with the limit in braces, so that a clinic's stricter number also reaches the patient's leaflet.
 */
export type Line = {
  id: string
  says: string
  template?: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}

const written = ({ value, unit }: Limit): string => (unit === 'min' ? duration(value) : String(value))

const duration = (minutes: number): string => {
  if (minutes % 60 !== 0) return `${minutes} minutes`
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
}

/** The lines with the limits of the protocol filled in. */
export const filledIn = (lines: readonly Line[], limits: Limits): Line[] =>
  lines.map((line) => {
    const template = line.template ?? line.says
    if (!template.includes('{')) return line
    const says = template.replaceAll(/\{(\w+)\}/g, (braces, key: LimitKey) => {
      const limit = limits[key]
      return limit ? written(limit) : braces
    })
    return { ...line, template, says }
  })
