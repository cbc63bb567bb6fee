/** Does something over and over with so many at once for a while. @returns how often a second it was done */
export const rate = async (
  clients: number,
  seconds: number,
  act: (client: number) => Promise<unknown>,
): Promise<number> => {
  const started = performance.now()
  const end = started + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        await act(client)
        done += 1
      }
    }),
  )
  return (done / (performance.now() - started)) * 1000
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

export const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN
