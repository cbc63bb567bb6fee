import type { AlertShown } from './queries.ts'

/**
 * Open alerts in the order given, those together that wait and that one and the same entry raised: they were there at once
 * or not at all, so nothing joins a set after somebody has seen it.
 */
export const inSets = (alerts: readonly AlertShown[]): AlertShown[][] => [...Map.groupBy(alerts, setOf).values()]

const setOf = ({ id, standing, about, inputs, events }: AlertShown): string => {
  const { event } = inputs
  const handedOn = events.some(({ kind }) => kind === 'reassign')
  return standing.state === 'waiting' && !handedOn && typeof event === 'string' ? `${about.id} ${event}` : id
}
