import type { Spread } from '../fact.ts'

/** A parameter of one person whose logarithm is normal. */
export const logNormal = (typical: number, { variance }: Pick<Spread, 'variance'>, deviate: number): number =>
  typical * Math.exp(Math.sqrt(variance) * deviate)

/** A fraction of one person whose logit is normal: stays between 0 and 1. */
export const logitNormal = (typical: number, { variance }: Pick<Spread, 'variance'>, deviate: number): number =>
  1 / (1 + ((1 - typical) / typical) * Math.exp(-Math.sqrt(variance) * deviate))

/**
 * A second deviate that goes with the first: the lower row of the Cholesky factor of their covariance matrix, as a
 * deviate of variance one to be scaled by its own standard deviation.
 */
export const together = (
  variances: readonly [number, number],
  covariance: number,
  deviates: readonly [number, number],
): number => {
  const correlation = covariance / Math.sqrt(variances[0] * variances[1])
  return correlation * deviates[0] + Math.sqrt(1 - correlation * correlation) * deviates[1]
}
