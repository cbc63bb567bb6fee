/** What a course plot shows. Everything is given: it adds no judgement, no goal line and no colour for "good". */
export type Course = {
  title: string
  /** The scale's own range, such as 0 to 27 for PHQ-9. */
  lowest: number
  highest: number
  scores: readonly { at: string; value: number; says?: string | undefined }[]
  doses: readonly { at: string; label: string }[]
  /** Something else on a range of its own over the same days, such as a daily mood; drawn lighter, from edge to edge. */
  beside?: Beside | undefined
  /** Published ranges of the scale, as bands with their names. `to` is the last score inside. */
  bands?: readonly { from: number; to: number; label: string }[] | undefined
  timeZone: string
}

export type Beside = {
  title: string
  lowest: number
  highest: number
  values: readonly { at: string; value: number }[]
}

export type Mark = { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' }
export type Plotted = {
  points: (Mark & { value: number })[]
  doses: { x: number; label: string }[]
  beside: { x: number; y: number }[]
  bands: { y: number; height: number; label: string }[]
  days: Mark[]
  ends: [low: number, high: number]
  /** Where the plot ends and the names of the bands begin. */
  right: number
}

/** Whether the bands' names have room beside the plot. */
export const named = ({ bands = [] }: Course, width: number): boolean => bands.length > 0 && width >= 480

export type Shown = { day: (at: string) => string; time: (at: string) => string }

/** Where everything goes in a frame of `width` × `height`; text room included. Pure, so that it can be tested. */
export const plot = (course: Course, width: number, height: number, show: Shown): Plotted => {
  const { lowest, highest, scores, doses, beside, bands = [] } = course
  const others = beside?.values ?? []
  // The names of the bands stand beside the plot where there is room; on a phone they are listed under it.
  const gutter = named(course, width) ? 24 + 7 * Math.max(0, ...bands.map(({ label }) => label.length)) : 12
  const [left, right, top, bottom] = [12, width - gutter, 26, height - 34]
  const times = [...scores, ...doses, ...others].map(({ at }) => Date.parse(at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  // One moment alone stands in the middle: there is no span to divide by.
  const x = (at: string) =>
    last === first ? (left + right) / 2 : left + ((Date.parse(at) - first) / (last - first)) * (right - left)
  const upTo = (part: number) => bottom - part * (bottom - top)
  const y = (value: number) => upTo((value - lowest) / (highest - lowest))
  const side = (at: number): Mark['anchor'] => (at < left + 24 ? 'start' : at > right - 24 ? 'end' : 'middle')
  return {
    points: [...scores]
      .sort((a, b) => a.at.localeCompare(b.at))
      .map(({ at, value }) => ({ x: x(at), y: y(value), value, text: String(value), anchor: side(x(at)) })),
    doses: doses.map(({ at, label }) => ({ x: x(at), label })),
    beside: [...others]
      .sort((a, b) => a.at.localeCompare(b.at))
      .map(({ at, value }) => ({
        x: x(at),
        y: beside ? upTo((value - beside.lowest) / (beside.highest - beside.lowest)) : bottom,
      })),
    // A band reaches half a point past its ends, so that neighbours touch and every whole score lies in one.
    bands: bands.map(({ from, to, label }) => {
      const [high, low] = [y(Math.min(to + 0.5, highest)), y(Math.max(from - 0.5, lowest))]
      return { y: high, height: low - high, label }
    }),
    days: labels([...new Set([...scores, ...doses, ...others].map(({ at }) => at))].sort(), x, show).map(
      ({ at, text }) => ({ x: x(at), y: bottom + 28, text, anchor: side(x(at)) }),
    ),
    ends: [y(lowest), y(highest)],
    right: right + 12,
  }
}

type Label = { at: string; text: string }

/** Each day once; where all is on one day, the times at both ends. */
const labels = (moments: string[], x: (at: string) => number, show: Shown): Label[] => {
  const days = moments.filter((at, index) => show.day(at) !== show.day(moments[index - 1] ?? at) || index === 0)
  const [first, last] = [moments[0], moments.at(-1)]
  if (days.length > 1 || first === undefined || last === undefined || first === last)
    return spaced(days, x, 62).map((at) => ({ at, text: show.day(at) }))
  const whole = { at: first, text: `${show.day(first)}, ${show.time(first)}` }
  return x(last) - x(first) >= 190 ? [whole, { at: last, text: show.time(last) }] : [whole]
}

/** The moments whose labels fit beside each other: first and last always. */
const spaced = (moments: string[], x: (at: string) => number, apart: number): string[] => {
  const [first, last] = [moments[0], moments.at(-1)]
  if (first === undefined || last === undefined || first === last) return moments.slice(0, 1)
  const kept = [first]
  for (const at of moments.slice(1, -1)) {
    if (x(at) - x(kept.at(-1) ?? first) >= apart && x(last) - x(at) >= apart) kept.push(at)
  }
  if (x(last) - x(first) >= apart) kept.push(last)
  return kept
}
