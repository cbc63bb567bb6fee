import type { Actor } from '../clinic/accounts/actor.ts'
import { mayDo, type Permission } from '../clinic/accounts/permissions.ts'
import { mayOpenChart, seesEveryPatient } from '../clinic/records/access.ts'
import { reading } from '../database/read.ts'
import type { Database } from '../database/types.ts'
import { type Change, isCalm, isComingOrGoing, isLooking, isOfTheClinic, movesStock, saysWhat } from '../web/change.ts'

/** What a commit tells: which clinic, what was done, to whom. Ids only; each screen asks anew. */
export type Committed = { clinic: string; action: string; subject?: string | null; patient?: string | null }
export type Listener = Extract<Actor, { kind: 'staff' }>

/**
 * Whose a change is that is about no patient, by the stage it happened in. Of a stage that is not here nobody hears more
 * than that something changed.
 */
const readers: Record<string, Permission> = {
  account: 'staff.manage',
  alerts: 'alerts.read',
  board: 'clinic.read',
  clinic: 'clinic.read',
  cohort: 'cohort.read',
  consent: 'clinic.read',
  drill: 'drills.read',
  drills: 'drills.read',
  locations: 'clinic.read',
  messages: 'outbox.read',
  outcomes: 'clinic.read',
  questionnaires: 'clinic.read',
  registry: 'registry.read',
  rems: 'rems.read',
  requests: 'requests.read',
  rooms: 'clinic.read',
  'sign-in': 'staff.manage',
  'sign-out': 'staff.manage',
  staff: 'staff.manage',
  stock: 'stock.read',
}

/** That something changed, and neither what nor about whom: lists and boards are asked again. */
const something: Change = { action: 'changed' }

/**
 * What one listener is told of a change: never more than they may read. What was done to a patient is told nobody (but
 * for what a screen asks less or more for); about whom, those who may open the chart. Everybody else hears that
 * something changed. Looking is told nobody: it changed nothing.
 */
export const toldTo = async (
  db: Database,
  listener: Listener,
  { clinic, action, subject, patient }: Committed,
): Promise<Change | undefined> => {
  if (isLooking(action)) return undefined
  const about = subject ? { subject } : {}
  if (patient) {
    if (await mayKnowOf(db, clinic, listener, patient))
      return { action: saysWhat(action) ? action : something.action, ...about, patient }
    // A dose moves the ledger of whoever reads that, and who was given it is not theirs to know.
    if (movesStock(action) && mayDo(listener.roles, 'stock.read')) return { action }
    // The desk has pages of every patient open, and is not told whose to ask for again.
    return seesEveryPatient(listener, 'patients.read') && !isCalm(action) ? { ...something, anyone: true } : something
  }
  const permission = readers[action.split('.')[0] ?? '']
  if (subject === listener.id || (permission && mayDo(listener.roles, permission))) return { action, ...about }
  if (isComingOrGoing(action)) return undefined
  return isOfTheClinic(action) ? { action } : something
}

const mayKnowOf = async (db: Database, clinicId: string, listener: Listener, patientId: string): Promise<boolean> =>
  seesEveryPatient(listener, 'chart.read') ||
  (mayDo(listener.roles, 'chart.read') &&
    (await reading(db, { clinicId }, (q) => mayOpenChart(q, listener, patientId, 'chart.read'))))
