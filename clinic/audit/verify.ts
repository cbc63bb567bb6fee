import { listClinicIds, owning } from '../../database/owner.ts'
import { sql } from '../../database/sql.ts'
import type { Database } from '../../database/types.ts'

/** The newest entry of a chain: whoever keeps it elsewhere can find out later that the end was cut off, or all rewritten. */
export type Head = { seq: number; hash: string }
export type Verdict = { whole: boolean; entries: number; head?: Head; first?: { seq: number; wrong: string } }

/**
 * Recomputes the chain of one clinic. Finds an entry that was changed (its own hash differs), one that was taken out or
 * moved (the numbers or the links have a gap), and entries cut off the end (the head knows a later one).
 * That somebody with the database in hand rewrote the chain and its head it finds only beside a head that was kept
 * outside.
 * @param kept the head of an earlier verdict
 */
export const verifyAudit = (db: Database, clinicId: string, kept?: Head): Promise<Verdict> =>
  owning(
    db,
    async (q) => {
      const [wrong, counted, head, then] = await Promise.all([
        q.maybe<{ seq: number; wrong: string }>(sql`
        with chain as (
          select seq, hash, previous_hash,
            audit_hash(previous_hash, clinic_id, seq, at, actor_kind, actor_id, action,
                       subject_kind, subject_id, patient_id, detail) as recomputed,
            lag(seq, 1, 0::bigint) over (order by seq) as seq_before,
            lag(hash, 1, '\\x'::bytea) over (order by seq) as hash_before
          from audit_entry where clinic_id = ${clinicId})
        select seq, case
            when seq <> seq_before + 1 then 'one or more entries before this one are missing'
            when previous_hash <> hash_before then 'this entry does not follow the one before it'
            else 'this entry was changed' end as wrong
        from chain
        where seq <> seq_before + 1 or previous_hash <> hash_before or hash <> recomputed
        order by seq limit 1`),
        q.one<{ entries: number; last: number }>(sql`
        select count(*) as entries, coalesce(max(seq), 0) as last from audit_entry where clinic_id = ${clinicId}`),
        q.maybe<Head & { agrees: boolean }>(sql`
        select h.seq, encode(h.hash, 'hex') as hash, coalesce(h.hash = e.hash, h.seq = 0) as agrees
        from audit_head h left join audit_entry e on e.clinic_id = h.clinic_id and e.seq = h.seq
        where h.clinic_id = ${clinicId}`),
        q.maybe(sql`
        select from audit_entry
        where clinic_id = ${clinicId} and seq = ${kept?.seq ?? 0} and encode(hash, 'hex') = ${kept?.hash ?? ''}`),
      ])
      const { entries, last } = counted
      if (wrong) return { whole: false, entries, first: wrong }
      if ((head?.seq ?? 0) !== last) {
        return { whole: false, entries, first: { seq: last + 1, wrong: 'entries at the end are missing' } }
      }
      if (head && !head.agrees)
        return { whole: false, entries, first: { seq: last, wrong: 'the last entry is not the one the head names' } }
      if (entries === 0) return { whole: false, entries, first: { seq: 1, wrong: 'the whole trail is missing' } }
      if (kept && !then)
        return {
          whole: false,
          entries,
          first: { seq: kept.seq, wrong: 'the entry that was kept is not in it any more' },
        }
      return { whole: true, entries, ...(head ? { head: { seq: head.seq, hash: head.hash } } : {}) }
    },
    'read',
    clinicId,
  )

export type Verdicts = { whole: boolean; clinics: ({ clinicId: string } & Verdict)[] }

/** Heads that were kept elsewhere, by clinic. */
export type Kept = Readonly<Record<string, Head>>

/** Every clinic of this installation; one that was kept and is not here any more is missing. */
export const verifyAll = async (db: Database, kept: Kept = {}): Promise<Verdicts> => {
  const clinics: Verdicts['clinics'] = []
  const here = await listClinicIds(db)
  for (const clinicId of here) clinics.push({ clinicId, ...(await verifyAudit(db, clinicId, kept[clinicId])) })
  for (const clinicId of Object.keys(kept).filter((id) => !here.includes(id)))
    clinics.push({ clinicId, whole: false, entries: 0, first: { seq: 1, wrong: 'the whole clinic is missing' } })
  return { whole: clinics.every(({ whole }) => whole), clinics }
}
