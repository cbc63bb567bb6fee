import { z } from 'zod'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { discardDemo } from '../../database/discard-demo.ts'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/drills.ts'
import { keepReport, saveSignOff } from './changes.ts'
import { findReport } from './keeping.ts'
import { type DrillRow, findDrill, findUnfinished, listDrills } from './queries.ts'
import { panelRoutes } from './routes-panel.ts'
import { scripts } from './scripts.ts'
import { NewSignOff } from './training.ts'

const Id = z.object({ id: z.uuid() })

const maySign = ({ actor }: Pick<Context, 'actor'>): boolean =>
  actor.kind === 'staff' && mayDo(actor.roles, 'drills.sign')

/** One's own record, and everybody's for whoever signs off. Another's is answered as if it were not there. */
const mayRead = (call: Context, { staffId }: Pick<DrillRow, 'staffId'>): boolean =>
  staffId === call.actor.id || maySign(call)

const findOwn = async (call: Context, id: string): Promise<DrillRow> => {
  const found = await reading(call.db, { clinicId: call.clinicId }, (q) => findDrill(q, id))
  if (!found || !mayRead(call, found)) throw new Problem('not-found', says.noDrill)
  return found
}

const act = ({ clinicId, actor, now }: Context, action: string, id: string, detail: Record<string, unknown> = {}) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'drill', id },
  detail,
})

const listed = route({
  method: 'GET',
  path: '/api/drills',
  may: 'drills.read',
  async handle(call) {
    const { db, clinicId, actor, now } = call
    return reading(db, { clinicId }, async (q) => {
      const [clinic, rows, unfinished] = await Promise.all([findClinic(q), listDrills(q), findUnfinished(q, actor.id)])
      const drills = rows.filter((row) => mayRead(call, row)).map(({ playedIn: _, ...row }) => row)
      const shown = scripts.map(({ id, version, title, trains, route }) => ({ id, version, title, trains, route }))
      return {
        now,
        scripts: shown,
        drills,
        unfinished: unfinished ?? null,
        everyMonths: clinic?.policy.drillEveryMonths ?? null,
      }
    })
  },
})

const shown = route({
  method: 'GET',
  path: '/api/drills/:id',
  may: 'drills.read',
  params: Id,
  async handle(call) {
    const { playedIn: _, ...drill } = await findOwn(call, call.params.id)
    return { drill, own: drill.staffId === call.actor.id, maySign: maySign(call) && drill.staffId !== call.actor.id }
  },
})

/** Keeps what the log says, then throws the drill clinic away. The first to end it is the one whose report is kept. */
const kept = route({
  method: 'POST',
  path: '/api/drills/:id/keep',
  may: 'drills.start',
  params: Id,
  async handle(call) {
    const { db, actor, now, params } = call
    const drill = await findOwn(call, params.id)
    if (drill.report) return { id: drill.id }
    const report = await findReport(db, drill.playedIn, now)
    if (!report) throw new Problem('not-found', says.noDrill)
    const detail = { script: drill.script, version: drill.version }
    await audited(db, act(call, 'drills.keep', drill.id, detail), (tx) =>
      keepReport(tx, drill.id, report, actor.id, now),
    )
    await discardDemo(db, drill.playedIn)
    return { id: drill.id }
  },
})

const signed = route({
  method: 'POST',
  path: '/api/drills/:id/sign-off',
  may: 'drills.sign',
  params: Id,
  body: NewSignOff,
  async handle(call) {
    const { db, actor, now, params, body } = call
    const drill = await findOwn(call, params.id)
    if (!drill.report) throw new Problem('conflict', says.noReport)
    if (drill.staffId === actor.id) throw new Problem('not-allowed', says.notOneself)
    await audited(db, act(call, 'drills.sign', drill.id, { answer: body.answer }), async (tx) => {
      if ((await saveSignOff(tx, drill, body, actor.id, now)) === 1) return
      const first = (await findDrill(tx, drill.id))?.signOff
      throw new Problem('conflict', says.signedAlready, first ? { first: { by: first.by, at: first.at } } : {})
    })
    return { id: body.id }
  },
})

export const drillRoutes: Route[] = [listed, shown, kept, signed, ...panelRoutes]
