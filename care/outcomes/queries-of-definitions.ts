import { type DefinitionsChosen, findClinic, type SignedDefinition } from '../../clinic/accounts/settings/queries.ts'
import { listPacks } from '../../clinic/responses/packs.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import { instrumentById } from '../../science/instruments/catalogue.ts'
import { type Defined, defined, definitionRows } from '../../science/instruments/definitions.ts'
import type { Instant } from '../../science/time.ts'
import { type NewDefinition, nothingChosen } from './definitions.ts'

/** What this clinic signed for, the newest first. */
export const listDefinitions = (q: Query): Promise<SignedDefinition[]> =>
  q.all<SignedDefinition>(sql`
    select d.defines, d.chosen as row, d.why, d.signed_as as "signedAs", s.name as "signedBy", d.signed_at as "signedAt"
    from outcome_definition d join staff s on s.clinic_id = d.clinic_id and s.id = d.signed_by
    order by d.seq desc`)

/** What outcomes are read by now. */
export const definitionsInForce = async (q: Query): Promise<DefinitionsChosen> =>
  (await findClinic(q))?.definitions ?? nothingChosen

/** What can be chosen here: of questionnaires that ship, and of those whose words the clinic brought. */
export const listDefined = async (q: Query): Promise<Defined[]> => {
  const brought = (await listPacks(q)).map(({ instrument }) => instrument)
  return defined.filter((one) => {
    const { instrument } = definitionRows[one]
    return instrumentById[instrument] !== undefined || brought.includes(instrument)
  })
}

/** Appended: what held before stays on record. The same twice is stored once. */
export const saveDefinition = (
  tx: Tx,
  { id, defines, row, why, signedAs }: NewDefinition,
  by: { staffId: string; now: Instant },
): Promise<number> =>
  tx.run(sql`
    insert into outcome_definition (clinic_id, id, defines, chosen, why, signed_as, signed_by, signed_at)
    values (evenkeel_clinic(), ${id}, ${defines}, ${row}, ${why}, ${signedAs}, ${by.staffId}, ${by.now})
    on conflict do nothing`)
