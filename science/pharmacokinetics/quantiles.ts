/** Puts the k-th smallest of values[from..to] at k, smaller ones before and larger ones after it (Hoare). */
const select = (values: Float32Array, k: number, from: number, to: number): number => {
  let low = from
  let high = to
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0
    let i = low
    let j = high
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++
      while ((values[j] ?? 0) > pivot) j--
      if (i <= j) {
        const kept = values[i] ?? 0
        values[i] = values[j] ?? 0
        values[j] = kept
        i++
        j--
      }
    }
    if (k <= j) high = j
    else if (k >= i) low = i
    else break
  }
  return values[k] ?? Number.NaN
}

/**
 * Quantiles of `values`, which is reordered. `ascending` are fractions from 0 to 1, lowest first. Between two people the
 * value lies on the straight line between theirs (the usual definition, type 7 of Hyndman and Fan).
 */
export const quantilesOf = (values: Float32Array, ascending: readonly number[]): number[] => {
  const end = values.length - 1
  let settled = 0
  return ascending.map((quantile) => {
    const place = quantile * end
    const k = Math.floor(place)
    const value = select(values, k, settled, end)
    settled = k
    if (place === k) return value
    let above = Number.POSITIVE_INFINITY
    for (let i = k + 1; i <= end; i++) above = Math.min(above, values[i] ?? above)
    return value + (place - k) * (above - value)
  })
}
