import { randomUUID } from 'node:crypto'
import { done } from './hands.ts'
import type { SignedPlan } from './planning.ts'
import { findLot } from './stocking.ts'
import { type Monitor, record } from './treating.ts'

type Planned = Pick<SignedPlan, 'versionId' | 'doseMg' | 'route'>

const formOf = { im: 'vial', iv: 'vial', lozenge: 'lozenge', esketamine: 'device' } as const

/** One dose, as its route writes it down. @returns its id */
const give = async (
  { monitor, now }: Monitor,
  sessionId: string,
  { route, versionId }: Planned,
  data: { lot: string } & Record<string, unknown>,
): Promise<string> => {
  const id = randomUUID()
  const drug = route === 'esketamine' ? 'esketamine' : 'ketamine'
  const { picked } = await findLot(monitor, { drug, form: formOf[route], lot: data.lot })
  const given = { route, number: 1, drug, planVersionId: versionId, ...data, ...picked }
  const body = { id, happenedAt: now(), data: given }
  done(await monitor.post(`/api/sessions/${sessionId}/dose`, body), 'Giving the dose')
  return id
}

/** Gives the plan's dose into the deltoid. */
export const giveDose = async (
  hands: Monitor,
  sessionId: string,
  { versionId, doseMg }: Omit<Planned, 'route'>,
  side: 'left' | 'right',
): Promise<void> => {
  await give(
    hands,
    sessionId,
    { route: 'im', versionId, doseMg },
    {
      mg: doseMg,
      site: 'deltoid',
      side,
      concentrationMgPerMl: 50,
      volumeMl: doseMg / 50,
      lot: 'DEMO-0147',
      confirmed: true,
    },
  )
}

/** @returns the line's id */
export const placeLine = async (hands: Monitor, sessionId: string, side: 'left' | 'right'): Promise<string> => {
  const { id } = await record<{ id: string }>(hands, sessionId, 'line placed', { site: 'forearm', side, gauge: 22 })
  return id
}

export const removeLine = (hands: Monitor, sessionId: string, lineId: string): Promise<unknown> =>
  record(hands, sessionId, 'line removed', { lineId })

/** Starts the pump: the plan's dose in 50 mL over 40 minutes. @returns the infusion's id */
export const startInfusion = (hands: Monitor, sessionId: string, plan: Planned): Promise<string> =>
  give(hands, sessionId, plan, {
    mg: plan.doseMg,
    volumeMl: 50,
    rateMlPerH: 75,
    minutes: 40,
    lot: 'DEMO-0310',
    confirmed: true,
  })

export const changeInfusion = (hands: Monitor, sessionId: string, doseId: string, data: object): Promise<unknown> =>
  record(hands, sessionId, 'infusion changed', { doseId, ...data })

/** Lozenges of 50 mg. @returns the dose's id */
export const giveLozenges = (hands: Monitor, sessionId: string, plan: Planned): Promise<string> =>
  give(hands, sessionId, plan, {
    mg: plan.doseMg,
    strengthMg: 50,
    count: plan.doseMg / 50,
    lot: 'DEMO-0522',
    confirmed: true,
  })

export const endLozenges = (hands: Monitor, sessionId: string, doseId: string): Promise<unknown> =>
  record(hands, sessionId, 'lozenge ended', { doseId, as: 'spat out', whole: true })

/** One device of 28 mg. */
export const giveDevice = async (
  hands: Monitor,
  sessionId: string,
  plan: Planned,
  number: number,
  expiry: string,
): Promise<void> => {
  await give(hands, sessionId, plan, { number, mg: 28, gave: 'both sprays', lot: 'DEMO-0728', expiry })
}
