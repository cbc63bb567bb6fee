import type { Instant } from './time.ts'

type Formats = { wall: Intl.DateTimeFormat; name: Intl.DateTimeFormat }
const formats = new Map<string, Formats>()
const formatsOf = (timeZone: string): Formats => {
  const known = formats.get(timeZone)
  if (known) return known
  const wall = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const name = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', timeZoneName: 'short' })
  formats.set(timeZone, { wall, name })
  return { wall, name }
}

const hourMs = 3_600_000

/**
 * In the night in which clocks go back one hour comes twice: which of the two this is, as the zone calls it ('EDT', then
 * 'EST'); undefined at every other time. Where clocks move by less than an hour nothing is said.
 */
export const whichOfTwice = (timeZone: string, at: Instant | string): string | undefined => {
  const { wall, name } = formatsOf(timeZone)
  const moment = Date.parse(at)
  const shown = wall.format(moment)
  if (wall.format(moment - hourMs) !== shown && wall.format(moment + hourMs) !== shown) return undefined
  return name.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value
}

/** A time of the wall as it was shown, with which of the two it is where it comes twice: '1:52 AM EDT'. */
export const withWhich = (time: string, timeZone: string, at: Instant | string): string =>
  [time, whichOfTwice(timeZone, at)].filter(Boolean).join(' ')
