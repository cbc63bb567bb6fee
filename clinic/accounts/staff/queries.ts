import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import type { Role } from '../permissions.ts'

export type StoredStaff = { id: string; name: string; email: string; roles: Role[]; active: boolean; joined: boolean }

/** Whoever has something to sign in with has joined. */
const joined = sql`(
  exists (select from passkey k where k.staff_id = s.id and k.removed_at is null)
  or exists (select from password w join totp t on t.id = w.id
             where w.id = s.id and w.hash <> '' and t.confirmed_at is not null))`

const columns = sql`s.id, s.name, s.email, s.roles, s.active, ${joined} as joined`

export const findStaff = (q: Query, id: string): Promise<StoredStaff | undefined> =>
  q.maybe<StoredStaff>(sql`select ${columns} from staff s where s.id = ${id}`)

export const isEmailTaken = async (q: Query, email: string): Promise<boolean> =>
  (await q.maybe(sql`select id from staff where email = ${email}`)) !== undefined

export type StaffRow = StoredStaff & { linkUntil: Instant | null; seenAt: Instant | null }

/** Everybody who works here or did, people first; with the link that is out and when they were last here. */
export const listStaff = (q: Query, now: Instant): Promise<StaffRow[]> =>
  q.all<StaffRow>(sql`
    select ${columns},
      (select max(i.expires_at) from invitation i
       where i.staff_id = s.id and i.used_at is null and i.withdrawn_at is null and i.expires_at > ${now}) as "linkUntil",
      (select max(n.seen_at) from sign_in n where n.staff_id = s.id) as "seenAt"
    from staff s order by s.active desc, 'display' = any(s.roles), lower(s.name), s.id`)

/** Other owners who could open the clinic's settings if this one could not. */
export const countOtherOwners = async (q: Query, id: string): Promise<number> =>
  (
    await q.one<{ count: number }>(sql`
      select count(*) as count from staff s where s.id <> ${id} and s.active and 'owner' = any(s.roles) and ${joined}`)
  ).count
