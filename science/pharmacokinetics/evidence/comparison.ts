/** One prediction beside the published number it is compared with. Nothing was fitted to any of them. */
export type Comparison = {
  /** Observation and quantity, such as "O08 peak". */
  row: string
  what: string
  unit: 'ng/mL' | 'ng·h/mL' | 'min' | 'fraction'
  predicted: number
  published: number
  /** Among the fifteen frozen rows that the acceptance limits are about. */
  counted?: true
}

export const ratioOf = ({ predicted, published }: Comparison): number => predicted / published

/** exp(mean |ln(predicted / published)|): 1 is perfect, 2 is off by a factor of two on average, either way. */
export const geometricMeanFoldError = (rows: readonly Comparison[]): number =>
  Math.exp(rows.reduce((sum, row) => sum + Math.abs(Math.log(ratioOf(row))), 0) / rows.length)

export const within = (rows: readonly Comparison[], lowest: number, highest: number): number =>
  rows.filter((row) => ratioOf(row) >= lowest && ratioOf(row) <= highest).length
