import { z } from 'zod'
import { gates } from '../../science/criteria/gates.ts'
import { type Criterion, weigh } from '../../science/criterion.ts'
import type { Finding } from '../../science/decide.ts'
import type { Day, Instant } from '../../science/time.ts'

/** How many patients one person watches at once, this one counted, and how many the clinic allows. */
export type Watching = { name: string; count: number; limit: number | null }

const Policy = z.object({ patientsPerMonitor: z.int().min(1).optional() })

/** The clinic's own limit (`clinic.policy.patientsPerMonitor`); null where it has set none, and then none is made up. */
export const watchLimit = (clinicPolicy: unknown): number | null =>
  Policy.safeParse(clinicPolicy).data?.patientsPerMonitor ?? null

export const beyond = ({ count, limit }: Pick<Watching, 'count' | 'limit'>): boolean => limit !== null && count > limit

export type Stretch = { from: Instant; until: Instant }

/** The most patients at any one moment of `slot`, the slot itself counted. Back to back is not at once. */
export const mostAtOnce = (slot: Stretch, others: readonly Stretch[]): number => {
  const during = others.filter(({ from, until }) => from < slot.until && until > slot.from)
  const starts = [slot.from, ...during.map(({ from }) => from).filter((from) => from > slot.from)]
  return Math.max(...starts.map((at) => 1 + during.filter(({ from, until }) => from <= at && until > at).length))
}

const rule = ({ name, count, limit }: Watching): Criterion<{ watched: number }> => ({
  ...gates.watching,
  needs: ['watched'],
  metWhen: ({ watched }) => (watched === undefined || limit === null ? undefined : watched <= limit),
  says: `${name} watches ${count} of at most ${limit} patients at once, this one counted.`,
})

/** Whether the clinic's limit is kept. Where the clinic has set none there is nothing to find; the board says so. */
export const watchFindings = (watching: Watching | undefined, today: Day): Finding[] =>
  !watching || watching.limit === null
    ? []
    : weigh<{ watched: number }>([rule(watching)], { watched: watching.count }, { today })
