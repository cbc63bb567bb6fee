import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { consentInForce } from '../consent/queries.ts'
import type { InForce } from '../evaluation/in-force.ts'
import { determinationInForce } from '../evaluation/queries.ts'
import { changeAwaited, placeOf, progress } from '../plans/course.ts'
import { listPlanSessions, planInForce } from '../plans/queries.ts'
import type { Spray } from '../plans/spray.ts'
import type { Again, Standing } from './standing.ts'

/** The plan that is given today, as the session needs it, and how far the course has come. */
export type PlanToday = {
  planId: string
  versionId: string
  number: number
  route: Route
  drug: 'ketamine' | 'esketamine'
  doseMg: number
  weightKg: number | null
  /** When the weight was written down. */
  weightRecordedAt: Instant | null
  signedBy: string
  /** Sessions given so far, and planned. */
  done: number
  sessions: number
  reviewsDue: number
  /** Somebody decided to change the plan, and it has not been signed since. */
  changeAwaited: boolean
  /** Which session of the plan this one is; undefined for one of another plan, and where none was given. */
  place?: number
  spray?: Spray
  /** Of an infusion; undefined where the plan was signed before it was asked. */
  infusionMinutes?: number
}

const planToday = async (q: Query, patientId: string, sessionId?: string) => {
  const found = await planInForce(q, patientId)
  if (!found.inForce) return { because: found.because, plan: undefined }
  const { plan, version, reviews } = found
  const sessions = await listPlanSessions(q, plan.id)
  const { done, reviewsDue } = progress(version, sessions, reviews)
  const place = sessionId === undefined ? undefined : placeOf(sessions, sessionId)
  const today: PlanToday = {
    planId: plan.id,
    versionId: version.id,
    number: version.number,
    route: plan.route as Route,
    drug: version.drug,
    doseMg: version.doseMg,
    weightKg: version.weightKg ?? null,
    weightRecordedAt: (version.weightRecordedAt ?? null) as Instant | null,
    signedBy: version.signedBy,
    done,
    sessions: version.sessions,
    reviewsDue: reviewsDue.length,
    changeAwaited: changeAwaited(version, reviews) !== undefined,
    ...(place === undefined ? {} : { place }),
    ...(version.spray ? { spray: version.spray } : {}),
    ...(version.infusionMinutes === undefined ? {} : { infusionMinutes: version.infusionMinutes }),
  }
  return { because: found.because, plan: today }
}

const againOf = ({ state, determination }: InForce): { again?: Again } =>
  state === 'in force' && determination ? { again: { by: determination.reevaluateBy } } : {}

/**
 * Whether determination, consent and plan stand for this patient at this moment, and why not. Without a route it is
 * the plan's; without a plan nothing stands and the route is only for the words.
 */
export const findStandingOf = async (
  q: Query,
  patientId: string,
  wanted: Route | undefined,
  now: Instant,
  sessionId?: string,
): Promise<{ standing: Standing; plan: PlanToday | undefined }> => {
  const { because, plan } = await planToday(q, patientId, sessionId)
  const route = wanted ?? plan?.route ?? 'im'
  const inForce = plan?.route === route
  const standing = await findStandingUnder(q, patientId, route, now, {
    plan: { inForce, because: plan && !inForce ? says.planForOtherRoute : because },
    spray: inForce ? plan.spray : undefined,
  })
  return { standing, plan: inForce ? plan : undefined }
}

/** The same where it is known already what is to be said of the plan. */
export const findStandingUnder = async (
  q: Query,
  patientId: string,
  route: Route,
  now: Instant,
  { plan, spray }: { plan: Standing['plan']; spray: Spray | undefined },
): Promise<Standing> => {
  const [determination, consent] = await Promise.all([
    determinationInForce(q, patientId, route, now),
    consentInForce(q, patientId, route),
  ])
  return {
    determination: {
      inForce: determination.state === 'in force',
      reopened: determination.state === 'reopened',
      because: determination.because.join(' '),
      ...againOf(determination),
    },
    consent: { inForce: consent.inForce, because: consent.because },
    ...(determination.state === 'in force' && determination.notPossible
      ? { notPossible: determination.notPossible }
      : {}),
    ...(spray ? { programme: { enrolled: spray.remsEnrolled, certified: spray.settingCertified } } : {}),
    plan,
  }
}
