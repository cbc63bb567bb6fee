import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { instrumentById, measureById } from '../../science/instruments/catalogue.ts'
import type { Instrument, Measure } from '../../science/instruments/instrument.ts'
import { type ContentPack, inWordsOf, type PackLanguage } from '../../science/instruments/pack.ts'
import { spanishById } from '../../science/instruments/spanish.ts'
import type { Instant } from '../../science/time.ts'

/** Words a clinic brought, or that it withdrew them (`pack` null); the newest of an instrument counts. */
export type SignedPack = {
  id: string
  instrument: string
  pack: ContentPack | null
  signedAt: Instant
  signedBy: string
  /** Of the clinic: a licence is good to the end of its last day there. */
  timeZone: string
}

/** The newest of each language since the last withdrawal, which takes back all of an instrument. */
const newest = sql.raw(`
  select distinct on (p.instrument, p.pack ->> 'language') p.id, p.instrument, p.pack, p.signed_at as "signedAt",
         s.name as "signedBy", c.time_zone as "timeZone"
  from content_pack p join staff s on s.clinic_id = p.clinic_id and s.id = p.signed_by
  join clinic c on c.clinic_id = p.clinic_id
  where p.pack is not null and not exists (select from content_pack w
    where w.clinic_id = p.clinic_id and w.instrument = p.instrument and w.pack is null and w.seq > p.seq)`)

/** What counts now, one row an instrument and language. */
export const listPacks = (q: Query): Promise<SignedPack[]> =>
  q.all<SignedPack>(sql`${newest} order by p.instrument, p.pack ->> 'language', p.seq desc`)

const listPacksOf = (q: Query, instrument: string): Promise<SignedPack[]> =>
  q.all<SignedPack>(
    sql`${newest} and p.instrument = ${instrument} order by p.instrument, p.pack ->> 'language', p.seq desc`,
  )

/** Whether the licence is still good on this day. */
export const isGood = ({ pack, timeZone }: Pick<SignedPack, 'pack' | 'timeZone'>, now: Instant): boolean =>
  pack !== null && (pack.licence.until === undefined || pack.licence.until >= dayIn(timeZone, now))

/**
 * A questionnaire in the words this clinic may use: shipped, or its own under a licence that is still good. In Spanish what
 * the clinic brought and signed for comes first, then what ships; without either it is asked in English.
 */
export const findInstrument = async (
  q: Query,
  id: string,
  now: Instant,
  language: PackLanguage = 'en',
): Promise<Instrument | undefined> => {
  const shipped = instrumentById[id]
  const measure = measureById[id]
  if (!measure || (shipped && language === 'en')) return shipped
  const good = (await listPacksOf(q, id)).filter((one) => isGood(one, now))
  const inLanguage = (wanted: PackLanguage) => good.find(({ pack }) => pack?.language === wanted)?.pack
  const ours = language === 'es' ? (spanishById[id] ?? shipped) : shipped
  const pack = inLanguage(language) ?? (ours ? undefined : inLanguage('en'))
  const worded = pack && inWordsOf(measure, pack)
  return !worded || 'refused' in worded ? ours : worded
}

/** What has answers and no total can be entered from paper only by the numbers of its questions, without their words. */
export const blankForm = (id: string): Measure | undefined => {
  const measure = measureById[id]
  return measure && (!measure.scoring || measure.scoring.noTotal) ? measure : undefined
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
