/** From the first minute of the dose to four hours. */
export const minutesShown = 240

/** 5 to 95 %, until somebody asks for another width. */
export const usualBandPercent = 90

/** What is drawn of one route: at every minute the middle, and the two ends that `percent` of the people lie between. */
export type Band = { low: Float32Array; middle: Float32Array; high: Float32Array }

// Panels are drawn in minutes and percent, and stretched to the width there is: x = minute, y = 100 − percent.
/** Every second minute: as many points as a phone has pixels for. */
export const everyMinutes = 2

const points = (values: Float32Array, every: number): string[] => {
  const said: string[] = []
  for (let minute = 0; minute < values.length; minute += every)
    said.push(`${minute} ${Math.round(1_000 - 10 * (values[minute] ?? 0)) / 10}`)
  return said
}

export const linePath = (values: Float32Array, every = everyMinutes): string => `M${points(values, every).join('L')}`

export const areaPath = ({ low, high }: Band, every = everyMinutes): string =>
  `M${points(high, every).join('L')}L${points(low, every).reverse().join('L')}Z`
