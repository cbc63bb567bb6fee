type Series = { readonly length: number; readonly [index: number]: number }

/**
 * Minutes during which a curve is at or above half of its peak, by straight lines between the points. A curve still
 * above half at its last point counts to there only.
 */
export const minutesAboveHalf = (
  values: Series,
  peak: number,
  stepMinutes: number,
  points: number,
  offset = 0,
  stride = 1,
): number => {
  const half = peak / 2
  let minutes = 0
  let before = values[offset] ?? 0
  for (let point = 1; point < points; point++) {
    const value = values[offset + point * stride] ?? 0
    if (before >= half && value >= half) minutes += stepMinutes
    else if (before >= half || value >= half) {
      const higher = Math.max(before, value)
      minutes += (stepMinutes * (higher - half)) / Math.abs(value - before)
    }
    before = value
  }
  return peak > 0 ? minutes : 0
}
