import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import { instrumentById, measureById } from '../../science/instruments/catalogue.ts'
import type { Instrument } from '../../science/instruments/instrument.ts'
import { type ContentPack, inWordsOf } from '../../science/instruments/pack.ts'
import type { Instant } from '../../science/time.ts'

/** Words a clinic brought, or that it withdrew them (`pack` null); the newest of an instrument counts. */
export type SignedPack = {
  id: string
  instrument: string
  pack: ContentPack | null
  signedAt: Instant
  signedBy: string
}

const newest = sql.raw(`
  select distinct on (p.instrument) p.id, p.instrument, p.pack, p.signed_at as "signedAt", s.name as "signedBy"
  from content_pack p join staff s on s.clinic_id = p.clinic_id and s.id = p.signed_by`)

/** What counts now, one row an instrument. */
export const listPacks = (q: Query): Promise<SignedPack[]> =>
  q.all<SignedPack>(sql`${newest} order by p.instrument, p.seq desc`)

const findPack = (q: Query, instrument: string): Promise<SignedPack | undefined> =>
  q.maybe<SignedPack>(sql`${newest} where p.instrument = ${instrument} order by p.instrument, p.seq desc`)

/** Whether the licence is still good on this day. */
export const isGood = ({ pack }: Pick<SignedPack, 'pack'>, now: Instant): boolean =>
  pack !== null && (pack.licence.until === undefined || pack.licence.until >= now.slice(0, 10))

/** A questionnaire in the words this clinic may use: shipped, or its own under a licence that is still good. */
export const findInstrument = async (q: Query, id: string, now: Instant): Promise<Instrument | undefined> => {
  const shipped = instrumentById[id]
  const measure = measureById[id]
  if (shipped || !measure) return shipped
  const signed = await findPack(q, id)
  if (!signed?.pack || !isGood(signed, now)) return undefined
  const worded = inWordsOf(measure, signed.pack)
  return 'refused' in worded ? undefined : worded
}

type Signing = { id: string; instrument: string; by: string; now: Instant }

/** @returns 0 when this id was signed before */
export const savePack = (
  tx: Tx,
  { id, instrument, by, now, ...what }: Signing & ({ pack: ContentPack } | { reason: string }),
): Promise<number> =>
  tx.run(sql`
    insert into content_pack (clinic_id, id, instrument, pack, reason, signed_at, signed_by)
    values (evenkeel_clinic(), ${id}, ${instrument}, ${'pack' in what ? sql.json(what.pack) : null}::jsonb,
            ${'reason' in what ? what.reason : null}, ${now}, ${by})
    on conflict do nothing`)
