import { z } from 'zod'
import type { SignedDefinition } from '../../clinic/accounts/settings/queries.ts'
import { lockClinic } from '../../clinic/accounts/settings/seen.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { checkHolds, markOf, Seen } from '../../clinic/request/seen.ts'
import { reading } from '../../database/read.ts'
import type { Defined } from '../../science/instruments/definitions.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { type DefinitionsShown, NewDefinition } from './definitions.ts'
import { listDefined, listDefinitions, saveDefinition } from './queries-of-definitions.ts'

const shown = ({ db, clinicId }: Pick<Context, 'db' | 'clinicId'>): Promise<DefinitionsShown> =>
  reading(db, { clinicId }, async (q) => {
    const [signed, defines] = await Promise.all([listDefinitions(q), listDefined(q)])
    return {
      signed,
      defines,
      marks: Object.fromEntries(defines.map((one) => [one, markOf(holding(signed, one) ?? null)])),
    }
  })

/** The newest that was signed for, if anybody has. */
const holding = (signed: readonly SignedDefinition[], defines: Defined) => signed.find((one) => one.defines === defines)

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
    body: z.intersection(NewDefinition, z.object(Seen)),
    handle: async ({ body: { seen, ...body }, ...call }) => {
      const { db, clinicId, actor, now } = call
      const { defines } = await shown(call)
      if (!defines.includes(body.defines))
        throw new Problem('invalid', says.notHeld, { fields: { defines: says.notHeld } })
      const subject = { kind: 'clinic', id: clinicId }
      const act = { clinicId, actor, action: 'outcomes.definition', at: now, subject, detail: { ...body } }
      await audited(db, act, async (tx) => {
        await lockClinic(tx)
        const holds = holding(await listDefinitions(tx), body.defines)
        const stored = await saveDefinition(tx, body, { staffId: actor.id, now })
        // What was sent before is there already, and overwrites nothing.
        if (stored > 0) checkHolds(seen, holds)
      })
      return shown(call)
    },
  }),
]
