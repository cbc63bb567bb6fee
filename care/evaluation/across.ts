import { type Answer, everyRoute, type Route, type Severity } from '../../science/decide.ts'
import type { FindingWithOrigin } from './basis.ts'

/** One rule with its answer for each route that it applies to; `finding` is that of the route looked at, if it has one. */
export type AcrossRow = {
  finding: FindingWithOrigin
  routes: Partial<Record<Route, { answer: Answer; severity: Severity; strong?: true }>>
}

const weight: Record<Answer, number> = { met: 0, unknown: 1, 'not met': 2 }

const heaviest = ({ routes }: AcrossRow): number =>
  Math.min(...Object.values(routes).map(({ answer }) => weight[answer]))

const bySeverity: readonly Severity[] = ['emergency', 'absolute', 'block', 'relative', 'review', 'info']
const severest = ({ routes }: AcrossRow): number =>
  Math.min(...Object.values(routes).map(({ severity }) => bySeverity.indexOf(severity)))

/**
 * The rules that are met or unknown for any route: met ones first, then by what weighs most for any route, each with
 * what it is for every route.
 */
export const acrossRoutes = (
  all: Readonly<Record<Route, readonly FindingWithOrigin[]>>,
  looked: Route,
): AcrossRow[] => {
  const rows = new Map<string, AcrossRow>()
  for (const route of [looked, ...everyRoute.filter((other) => other !== looked)]) {
    for (const finding of all[route]) {
      const row = rows.get(finding.rule) ?? { finding, routes: {} }
      const { answer, severity, strong } = finding
      row.routes[route] = { answer, severity, ...(strong ? { strong } : {}) }
      rows.set(finding.rule, row)
    }
  }
  return [...rows.values()]
    .filter((row) => heaviest(row) < weight['not met'])
    .sort((a, b) => heaviest(a) - heaviest(b) || severest(a) - severest(b))
}

/** Interactions that stay unknown because of the list of medicines: one thing to settle, so they are shown as one. */
export const onMedicinesOnly = ({ answer, from }: FindingWithOrigin): boolean =>
  answer === 'unknown' && from.length > 0 && from.every(({ source }) => source === 'medicine')
