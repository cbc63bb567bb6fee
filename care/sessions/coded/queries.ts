import { sql } from '../../../database/sql.ts'
import type { Query, Tx } from '../../../database/types.ts'
import type { Drug, Lot } from '../../../science/codes/given.ts'
import type { Route } from '../../../science/decide.ts'
import type { Instant } from '../../../science/time.ts'
import type { Session } from '../session.ts'
import { codedFacts } from './coded.ts'
import type { CodedFacts } from './fact.ts'

type Of = {
  row: { id: string; patientId: string; planVersionId: string }
  session: Session
  people: Readonly<Record<string, string>>
  now: Instant
}

/** The coded facts of a session as its log and the codes are now. */
export const readCodedFacts = async (q: Query, { row, session, people, now }: Of): Promise<CodedFacts> => {
  const said = session.log.flatMap((entry) =>
    entry.kind === 'dose' ? [entry.data, ...(entry.original ? [entry.original.data] : [])] : [],
  )
  const [plans, lots] = await Promise.all([
    listPlanned(q, [row.planVersionId, ...said.map(({ planVersionId }) => planVersionId)]),
    listLotsGiven(
      q,
      said.flatMap(({ stockLotId }) => stockLotId ?? []),
    ),
  ])
  const { id: sessionId, patientId, planVersionId } = row
  return codedFacts(session, { sessionId, patientId, people, plans, bookedUnder: planVersionId, lots, now })
}

const listPlanned = (q: Query, versionIds: readonly string[]) =>
  q.all<{ versionId: string; drug: Drug; route: Route; doseMg: number }>(sql`
    select v.id as "versionId", v.drug, p.route, v.dose_mg as "doseMg"
    from plan_version v join plan p on p.clinic_id = v.clinic_id and p.id = v.plan_id
    where v.id = any(${[...new Set(versionIds)]}::uuid[]) order by v.number, v.id`)

const listLotsGiven = async (q: Query, lotIds: readonly string[]): Promise<ReadonlyMap<string, Lot>> => {
  if (lotIds.length === 0) return new Map()
  const rows = await q.all<Lot & { id: string }>(sql`
    select l.id, i.form, i.strength, i.ndc
    from stock_lot l join stock_item i on i.clinic_id = l.clinic_id and i.id = l.item_id
    where l.id = any(${[...new Set(lotIds)]}::uuid[])`)
  return new Map(rows.map(({ id, ...lot }) => [id, lot]))
}

/** What was kept with a signature; nothing with those set before facts were kept. */
export const findSignedFacts = async (q: Query, signatureId: string): Promise<CodedFacts | undefined> =>
  (await q.maybe<{ facts: CodedFacts }>(sql`select facts from session_signed_facts where entry_id = ${signatureId}`))
    ?.facts

export const keepSignedFacts = (
  tx: Tx,
  { signatureId, sessionId, facts }: { signatureId: string; sessionId: string; facts: CodedFacts },
): Promise<number> =>
  tx.run(sql`
    insert into session_signed_facts (clinic_id, entry_id, session_id, facts)
    values (evenkeel_clinic(), ${signatureId}, ${sessionId}, ${JSON.stringify(facts)}::jsonb)`)
