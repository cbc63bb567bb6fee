import { parseArgs } from 'node:util'
import { evidence } from '../science/evidence.ts'
import { statusWords } from '../science/sources.ts'

const help = [
  'evenkeel rules [--json]',
  '',
  'Lists every clinical rule and number of this version with its source, how far that was checked, when it is to be',
  'reviewed, and in how many days; a review that is overdue says so. --json prints the same as JSON.',
].join('\n')

const daysUntil = (day: string, today: string): number =>
  Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(day)).days

/** Every rule with what it rests on and how long that holds, seen from `today`. */
const listed = (today: string) =>
  evidence.flatMap(({ title, entries }) =>
    entries.map(({ id, says, source, further = [], reviewBy }) => ({
      table: title,
      id,
      says,
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
