import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { type DefinitionsShown, NewDefinition } from './definitions.ts'
import { listDefined, listDefinitions, saveDefinition } from './queries-of-definitions.ts'

const shown = ({ db, clinicId }: Pick<Context, 'db' | 'clinicId'>): Promise<DefinitionsShown> =>
  reading(db, { clinicId }, async (q) => {
    const [signed, defines] = await Promise.all([listDefinitions(q), listDefined(q)])
    return { signed, defines }
  })

export const definitionRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/outcomes/definitions',
    may: 'outcomes.read',
    handle: (call) => shown(call),
  }),
  route({
    method: 'POST',
    path: '/api/outcomes/definitions',
    may: 'plans.sign',
    body: NewDefinition,
    handle: async ({ body, ...call }) => {
      const { db, clinicId, actor, now } = call
      const { defines } = await shown(call)
      if (!defines.includes(body.defines))
        throw new Problem('invalid', says.notHeld, { fields: { defines: says.notHeld } })
      const subject = { kind: 'clinic', id: clinicId }
      const act = { clinicId, actor, action: 'outcomes.definition', at: now, subject, detail: { ...body } }
      await audited(db, act, (tx) => saveDefinition(tx, body, { staffId: actor.id, now }))
      return shown(call)
    },
  }),
]
