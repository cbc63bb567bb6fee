import { listClinicIds, owning } from '../../database/owner.ts'
import { sql } from '../../database/sql.ts'
import type { Database } from '../../database/types.ts'

export type Verdict = { whole: boolean; entries: number; first?: { seq: number; wrong: string } }

/**
 * Recomputes the chain of one clinic. Finds an entry that was changed (its own hash differs), one that was taken out or
 * moved (the numbers or the links have a gap), and entries cut off the end (the head knows a later one).
 * It cannot find that somebody with the database in hand rewrote the whole chain and its head: keep a copy of the head
 * outside, as the backup does.
 */
export const verifyAudit = (db: Database, clinicId: string): Promise<Verdict> =>
  owning(
    db,
    async (q) => {
      const [wrong, counted, head] = await Promise.all([
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
        q.maybe<{ seq: number; agrees: boolean }>(sql`
        select h.seq, coalesce(h.hash = e.hash, h.seq = 0) as agrees
        from audit_head h left join audit_entry e on e.clinic_id = h.clinic_id and e.seq = h.seq
        where h.clinic_id = ${clinicId}`),
      ])
      const { entries, last } = counted
      if (wrong) return { whole: false, entries, first: wrong }
      if ((head?.seq ?? 0) !== last) {
        return { whole: false, entries, first: { seq: last + 1, wrong: 'entries at the end are missing' } }
      }
      if (head && !head.agrees)
        return { whole: false, entries, first: { seq: last, wrong: 'the last entry is not the one the head names' } }
      return { whole: true, entries }
    },
    'read',
    clinicId,
  )

export type Verdicts = { whole: boolean; clinics: ({ clinicId: string } & Verdict)[] }

/** Every clinic of this installation. */
export const verifyAll = async (db: Database): Promise<Verdicts> => {
  const clinics = []
  for (const clinicId of await listClinicIds(db)) clinics.push({ clinicId, ...(await verifyAudit(db, clinicId)) })
  return { whole: clinics.every(({ whole }) => whole), clinics }
}
