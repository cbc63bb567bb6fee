import type { Network } from './network.ts'

type Pattern = Pick<Network<never>, 'size' | 'rows' | 'columns' | 'first' | 'last'>

/** The largest sum of a column of |A|: no component grows faster than this, so it bounds every term of the series. */
export const columnNorm = ({ size, columns }: Pattern, entries: Float64Array): number => {
  let norm = 0
  for (let column = 0; column < size; column++) {
    let sum = 0
    for (let e = 0; e < entries.length; e++) if (columns[e] === column) sum += Math.abs(entries[e] ?? 0)
    if (sum > norm) norm = sum
  }
  return norm
}

/** Terms of Σ θᵏ/k! until what is left out is below the last bit of a double. */
const termsFor = (theta: number): number => {
  let terms = 1
  for (let size = theta; size > 1e-18 && terms < 40; terms++) size *= theta / (terms + 1)
  return terms
}

/**
 * e^(A·hours) into `into` (row by row), by Taylor series of A·hours/2ˢ and s squarings.
 *   x(t + hours) = e^(A·hours) · x(t), exactly, whatever the step.
 * `norm` is columnNorm(entries); `work` holds two matrices of the same size.
 * Checked: a fine-step integrator in engine.test.ts.
 */
export const exponential = (
  pattern: Pattern,
  entries: Float64Array,
  norm: number,
  hours: number,
  into: Float64Array,
  work: readonly [Float64Array, Float64Array],
): void => {
  const { size, rows, columns, first, last } = pattern
  const theta = norm * hours
  const squarings = theta > 0.5 ? Math.ceil(Math.log2(theta / 0.5)) : 0
  const scale = hours / 2 ** squarings
  let [term, next] = work
  term.fill(0)
  into.fill(0)
  for (let i = 0; i < size; i++) {
    term[i * size + i] = 1
    into[i * size + i] = 1
  }
  const terms = termsFor(theta / 2 ** squarings)
  for (let k = 1; k <= terms; k++) {
    next.fill(0)
    for (let e = 0; e < entries.length; e++) {
      const factor = ((entries[e] ?? 0) * scale) / k
      const from = columns[e] ?? 0
      const row = (rows[e] ?? 0) * size
      const column = from * size
      const end = last[from] ?? 0
      for (let j = first[from] ?? 0; j <= end; j++)
        next[row + j] = (next[row + j] ?? 0) + factor * (term[column + j] ?? 0)
    }
    for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + (next[i] ?? 0)
    ;[term, next] = [next, term]
  }
  for (let s = 0; s < squarings; s++) {
    product(pattern, into, into, next)
    into.set(next)
  }
}

/** left · right, both of the form of e^(A·hours), row by row. */
export const product = (
  { size, first, last }: Pattern,
  left: Float64Array,
  right: Float64Array,
  into: Float64Array,
): void => {
  into.fill(0)
  for (let i = 0; i < size; i++)
    for (let k = first[i] ?? 0; k <= (last[i] ?? 0); k++) {
      const factor = left[i * size + k] ?? 0
      const end = last[k] ?? 0
      for (let j = first[k] ?? 0; j <= end; j++)
        into[i * size + j] = (into[i * size + j] ?? 0) + factor * (right[k * size + j] ?? 0)
    }
}

/** e^(A·hours)·x in place, for the one odd step up to a change of input: no matrix is built. */
export const act = (
  pattern: Pattern,
  entries: Float64Array,
  norm: number,
  hours: number,
  x: Float64Array,
  work: readonly [Float64Array, Float64Array],
): void => {
  const { size, rows, columns } = pattern
  const pieces = Math.max(1, Math.ceil(norm * hours))
  const terms = termsFor((norm * hours) / pieces)
  for (let piece = 0; piece < pieces; piece++) {
    let [term, next] = work
    for (let i = 0; i < size; i++) term[i] = x[i] ?? 0
    for (let k = 1; k <= terms; k++) {
      for (let i = 0; i < size; i++) next[i] = 0
      for (let e = 0; e < entries.length; e++) {
        const row = rows[e] ?? 0
        next[row] = (next[row] ?? 0) + (((entries[e] ?? 0) * hours) / pieces / k) * (term[columns[e] ?? 0] ?? 0)
      }
      for (let i = 0; i < size; i++) x[i] = (x[i] ?? 0) + (next[i] ?? 0)
      ;[term, next] = [next, term]
    }
  }
}
