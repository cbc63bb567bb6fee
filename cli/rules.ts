import { parseArgs } from 'node:util'
import { everyRoute, type Rule, type Severity } from '../science/decide.ts'
import { evidence } from '../science/evidence.ts'
import type { Evidence } from '../science/evidence-row.ts'
import { statusWords } from '../science/sources.ts'

const help = [
  'evenkeel rules [--json]',
  '',
  'Lists every clinical rule and number of this version with its source, how far that was checked, when it is to be',
  'reviewed, and in how many days; a review that is overdue says so.',
  '',
  '  --json   prints the same as JSON. A rule has besides: its routes; for each of them its severity and who may go on past',
  '           it with a reason (nobody: only mending it helps); the facts it needs; what settles it. A number has null there.',
].join('\n')

const daysUntil = (day: string, today: string): number =>
  Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(day)).days

/** What it takes to go on past it; an absolute one is confirmed in a second act (care/evaluation/determination.ts). */
const how = (severity: Severity, by: Rule<object>['overriddenBy']): string | null => {
  if (by === 'nobody' || severity === 'info') return null
  return severity === 'absolute' ? 'a reason, and a second confirmation' : 'a reason'
}

/** What only a rule has. A criterion of a release has no severity of its own: it holds like every other until it is met. */
const ruled = ({
  routes,
  severity,
  strong,
  needs,
  settledBy,
  overriddenBy,
  perRoute,
}: Omit<Evidence, 'id' | 'says' | 'source' | 'further' | 'reviewBy'>) =>
  overriddenBy === undefined
    ? { routes: null, byRoute: null, needs: null, settledBy: null }
    : {
        routes: routes ?? everyRoute,
        byRoute: Object.fromEntries(
          (routes ?? everyRoute).map((route) => {
            const own = { severity: severity ?? 'block', overriddenBy, ...perRoute?.[route] }
            return [
              route,
              {
                severity: own.severity,
                ...(strong ? { strong } : {}),
                overriddenBy: own.overriddenBy,
                overriddenWith: how(own.severity, own.overriddenBy),
              },
            ]
          }),
        ),
        needs: needs ?? [],
        settledBy: settledBy ?? null,
      }

/** Every rule with what it rests on and how long that holds, seen from `today`. */
const listed = (today: string) =>
  evidence.flatMap(({ title, entries }) =>
    entries.map(({ id, says, source, further = [], reviewBy, ...rule }) => ({
      table: title,
      id,
      says,
      ...ruled(rule),
      source: source.label,
      address: source.address ?? null,
      status: source.status,
      further: further.map(({ label, status }) => ({ label, status })),
      reviewBy,
      daysUntilReview: daysUntil(reviewBy, today),
    })),
  )

const age = (days: number): string => (days < 0 ? `overdue ${-days} d` : `${days} d`)

/** Prints the table, or JSON. */
export const run = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean' }, json: { type: 'boolean' } } })
  if (values.help) {
    console.log(help)
    return 0
  }
  const today = Temporal.Now.plainDateISO('UTC').toString()
  const rules = listed(today)
  if (values.json) {
    console.log(JSON.stringify({ format: 'evenkeel.rules/1', today, rules }, null, 2))
    return 0
  }
  for (const { title, entries } of evidence) {
    console.log(`\n${title}`)
    for (const { id, source, reviewBy } of entries) {
      const columns = [
        id.padEnd(28),
        statusWords[source.status].padEnd(25),
        reviewBy,
        age(daysUntil(reviewBy, today)).padStart(12),
      ]
      console.log(`  ${columns.join('  ')}  ${source.label}`)
    }
  }
  const overdue = rules.filter(({ daysUntilReview }) => daysUntilReview < 0).length
  console.log(`\n${rules.length} rules and numbers; ${overdue} with a review overdue.`)
  return 0
}
