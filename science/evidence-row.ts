import type { ClinicalRole, Route, Severity } from './decide.ts'
import { beforeDoseRules } from './routes/before-dose.ts'
import { sessionLength } from './routes/length.ts'
import type { Protocol } from './routes/protocol.ts'
import { releaseCriteria } from './routes/release.ts'
import { alertRules } from './routes/vitals.ts'
import type { Source } from './sources.ts'
import type { Day } from './time.ts'

/** What a rule or criterion has besides: for which routes, how heavy, on which facts, and who may go on past it. */
type Ruled = {
  routes: readonly Route[]
  severity: Severity
  strong: true
  needs: readonly string[]
  settledBy: string
  overriddenBy: readonly ClinicalRole[] | 'nobody'
  perRoute: Partial<Record<Route, Partial<Pick<Ruled, 'severity' | 'overriddenBy'>>>>
}

/** One clinical statement with what it rests on. */
export type Evidence = {
  id: string
  says: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
} & Partial<Ruled>
export type EvidenceGroup = { title: string; entries: readonly Evidence[] }

type OfRoutes = Evidence & {
  routes: readonly Route[]
  perRoute?: Partial<Record<Route, Partial<Evidence>>>
}

/** A rule, and once more for each route that rests on a source of its own; each names the routes that it speaks of. */
export const ofRoute = (rule: OfRoutes): Evidence[] => {
  const differences = Object.entries(rule.perRoute ?? {}) as [Route, Partial<Evidence>][]
  const own = differences.filter(([, { source }]) => source !== undefined).map(([route]) => route)
  return [
    { ...rule, routes: rule.routes.filter((route) => !own.includes(route)) },
    ...own.map((route) => ({ ...rule, ...rule.perRoute?.[route], routes: [route], id: `${rule.id} (${route})` })),
  ]
}

const onRoute = <One>({ route }: Protocol, rules: readonly One[]) => rules.map((one) => ({ ...one, routes: [route] }))

/** Everything that a route's protocol holds, asks and says. */
export const ofProtocol = (protocol: Protocol): EvidenceGroup[] => [
  {
    title: `${protocol.title}: before the dose`,
    entries: onRoute(
      protocol,
      beforeDoseRules(protocol.limits).filter(({ routes }) => routes.includes(protocol.route)),
    ),
  },
  { title: `${protocol.title}: alerts`, entries: onRoute(protocol, alertRules(protocol.limits)) },
  { title: `${protocol.title}: release`, entries: onRoute(protocol, releaseCriteria(protocol.limits, protocol.route)) },
  {
    title: `${protocol.title}: limits`,
    entries: Object.entries(protocol.limits).map(([id, limit]) => ({
      ...limit,
      id,
      says: `${limit.says}: ${limit.value} ${limit.unit}`,
    })),
  },
  {
    title: `${protocol.title}: observations`,
    entries: [...(protocol.during ?? []), ...protocol.schedule].map((slot) => ({
      ...slot,
      says: `${slot.why}: ${slot.what.join(', ')}`,
    })),
  },
  {
    title: `${protocol.title}: length of a booking`,
    entries: sessionLength(protocol)
      .parts.filter((part) => part.source !== undefined)
      .map((part, index) => ({
        ...part,
        id: `booking-${protocol.route}-${index + 1}`,
        says: `${part.says}: ${part.minutes} min`,
      })),
  },
  { title: `${protocol.title}: steps before the dose`, entries: protocol.beforeDose },
  {
    title: `${protocol.title}: patient instructions`,
    entries: [...protocol.instructions.before, ...protocol.instructions.after, ...protocol.instructions.getHelp],
  },
]
