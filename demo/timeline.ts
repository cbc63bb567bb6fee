import type { Instant } from '../science/time.ts'

/** A life waits until its next moment, then goes on. What lies beyond the end of the timeline never happens. */
export type Timeline = {
  now: () => Instant
  /** Resolves when that moment has come; at once when it is over. */
  until: (at: Instant) => Promise<void>
}

type Waiting = { at: Instant; order: number; go: () => void }

/**
 * Runs many lives at once in the order of their time: whoever is next in the calendar acts next, with the clock set to
 * that moment, so that the trail they leave is in order. A life that still waits at `to` is left there: that is how
 * somebody comes to be in the middle of a session now.
 * @param tell called with the share of the time that has gone by, 0 to 1
 */
export const runTimeline = async (
  { from, to, tell = () => undefined }: { from: Instant; to: Instant; tell?: (share: number) => void },
  lives: (timeline: Timeline) => readonly (() => Promise<void>)[],
): Promise<void> => {
  const waiting: Waiting[] = []
  let now = from
  let order = 0
  let acting = 0
  let failed: { error: unknown } | undefined
  let rested: () => void = () => undefined
  const rest = () => {
    acting -= 1
    if (acting === 0) rested()
  }
  const untilAllRest = (start: () => void) =>
    new Promise<void>((resolve) => {
      rested = resolve
      start()
    })

  const until = (at: Instant) =>
    new Promise<void>((go) => {
      order += 1
      waiting.push({ at: at > now ? at : now, order, go })
      rest()
    })
  const begun = lives({ now: () => now, until })
  if (begun.length === 0) return
  await untilAllRest(() => {
    acting = begun.length
    for (const live of begun) {
      live().then(rest, (error: unknown) => {
        failed ??= { error }
        rest()
      })
    }
  })
  const span = Date.parse(to) - Date.parse(from)
  while (!failed) {
    const next = waiting.reduce<Waiting | undefined>(earlier, undefined)
    if (!next || next.at > to) break
    waiting.splice(waiting.indexOf(next), 1)
    now = next.at
    tell((Date.parse(now) - Date.parse(from)) / span)
    await untilAllRest(() => {
      acting = 1
      next.go()
    })
  }
  if (failed) throw failed.error
}

const earlier = (a: Waiting | undefined, b: Waiting): Waiting =>
  a && (a.at < b.at || (a.at === b.at && a.order < b.order)) ? a : b
