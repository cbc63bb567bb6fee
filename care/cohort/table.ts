import { type DiagnosisGroup, diagnosisGroups } from '../../science/cohorts/diagnosis-groups.ts'
import type { Metric } from '../../science/cohorts/published.ts'
import { everyRoute, type Route } from '../../science/decide.ts'
import { type Proportion, proportion } from '../../science/statistics/proportion.ts'
import { hideTable } from '../../science/statistics/small-cells.ts'
import type { Standing, Starter } from './starter.ts'

/** A number of people; null: hidden, because it is small or would tell one that is. */
export type Count = number | null

/** One metric of a group: of those who were measured, and of all whose end of the series is over. Null: hidden or nobody. */
export type Measured = { ofMeasured: Proportion | null; ofAll: Proportion | null }

export type Row = {
  group: Route | DiagnosisGroup | 'all'
  started: Count
  standing: Record<Standing, Count>
  metrics: Record<Metric, Measured>
}

export const standings: readonly Standing[] = ['measured', 'not measured', 'no baseline', 'not yet']
export const metrics: readonly Metric[] = ['response', 'remission', 'worse']

const every: Record<'route' | 'diagnosis', readonly (Route | DiagnosisGroup)[]> = {
  route: everyRoute,
  diagnosis: [...diagnosisGroups.map(({ id }) => id), 'other', 'not recorded'],
}

/**
 * Everybody who started, and the same by route or by diagnosis; "all" first. Small numbers are hidden so that none can be
 * worked out along a row or a column; groups without anybody are left out.
 */
export const tableBy = (by: 'route' | 'diagnosis', starters: readonly Starter[]): Row[] => {
  const groups = every[by].filter((group) => starters.some((one) => one[by] === group))
  const members = groups.map((group) => starters.filter((one) => one[by] === group))
  const base = hideTable(
    members.map((people) => standings.map((s) => people.filter((one) => one.standing === s).length)),
  )
  const isYes = (metric: Metric, one: Starter) => one.outcome?.[metric] === true
  const found = metrics.map((metric) => {
    const cells = members.map((people) => {
      const measured = people.filter(({ outcome }) => outcome !== null)
      const yes = measured.filter((one) => isYes(metric, one)).length
      return [yes, measured.length - yes]
    })
    return hideTable(
      cells,
      base.rows.map(({ cells: [measured] }) => measured === null),
    )
  })
  return ['all' as const, ...groups].map((group, index) => {
    const { total, cells } = base.rows[index] ?? nobody
    const [measured = null, missing = null, noBaseline = null, notYet = null] = cells
    return {
      group,
      started: total,
      standing: { measured, 'not measured': missing, 'no baseline': noBaseline, 'not yet': notYet },
      metrics: Object.fromEntries(
        metrics.map((metric, m) => {
          const [yes = null, no = null] = found[m]?.rows[index]?.cells ?? []
          return [metric, measuredFrom(yes, no, measured, total === null || notYet === null ? null : total - notYet)]
        }),
      ) as Row['metrics'],
    }
  })
}

const nobody = { total: 0, cells: [0, 0, 0, 0] as Count[] }

const measuredFrom = (yes: Count, no: Count, measured: Count, over: Count): Measured => {
  if (yes === null || no === null || measured === null) return { ofMeasured: null, ofAll: null }
  return {
    ofMeasured: proportion(yes, measured) ?? null,
    ofAll: over === null ? null : (proportion(yes, over) ?? null),
  }
}
