import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import type { Aid } from '../aid/aid.ts'
import { isInDanger, type PublicRequest, type Version } from './request.ts'
import { beforeReferrals } from './said.ts'

type Row = Pick<PublicRequest, 'id' | 'receivedAt' | 'steps'> & { words: [Words, ...Words[]] }
type Words = { said: Version; at: Instant }

const columns = sql`
  r.id, r.received_at as "receivedAt",
  (select jsonb_agg(jsonb_build_object('at', ${sql.instant('w.received_at')},
     'said', case when w.lacks is null then w.said else w.said || jsonb_build_object('lacks', w.lacks) end)
     order by w.lacks is not null, w.seq desc)
   from public_request_words w where w.clinic_id = r.clinic_id and w.request_id = r.id) as words,
  coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'reason', s.reason, 'patientId', s.patient_id,
    'at', ${sql.instant('s.at')}, 'by', t.name) order by s.seq)
   from public_request_step s join staff t on t.clinic_id = s.clinic_id and t.id = s.by
   where s.clinic_id = r.clinic_id and s.request_id = r.id), '[]'::jsonb) as steps`

const whole = (said: Version): Version => ({ ...beforeReferrals, ...said })
const shown = ({ words, ...row }: Row): PublicRequest => {
  const [newest, ...earlier] = words
  return {
    ...row,
    said: [whole(newest.said), ...earlier.map(({ said }) => whole(said))],
    saidAt: newest.at,
    latestAt: earlier.reduce((latest, { at }) => (at > latest ? at : latest), newest.at),
    danger: words.some(({ said }) => isInDanger(said)),
  }
}

/** All that wait, however many came after them, and the newest 200, whatever became of them. */
export const listRequests = async (q: Query): Promise<PublicRequest[]> =>
  (
    await q.all<Row>(sql`
      select ${columns} from public_request r
      where r.id in (select id from public_request order by received_at desc, id limit 200)
        or coalesce((select s.step = 'taken' or (s.step = 'set aside' and exists (
                       select from public_request_words w
                       where w.clinic_id = r.clinic_id and w.request_id = r.id and w.received_at > s.at))
                     from public_request_step s
                     where s.clinic_id = r.clinic_id and s.request_id = r.id order by s.seq desc limit 1), true)
      order by r.received_at desc, r.id`)
  ).map(shown)

/** Those whose newest words came after anybody dealt with them. */
export const listUnseen = async (q: Query): Promise<PublicRequest[]> =>
  (
    await q.all<Row>(sql`
      select ${columns} from public_request r
      where not exists (select from public_request_step s
                        where s.clinic_id = r.clinic_id and s.request_id = r.id and s.at >= (
                          select max(w.received_at) from public_request_words w
                          where w.clinic_id = r.clinic_id and w.request_id = r.id))
      order by r.received_at, r.id`)
  ).map(shown)

/** What came along from the decision aid with each request that somebody made for themselves since then, where they ticked it. */
export const listAids = async (q: Query, since: Instant): Promise<(Aid | undefined)[]> => {
  const rows = await q.all<{ aid: Aid | null }>(sql`
    select w.said -> 'aid' as aid from public_request r
    join lateral (select said from public_request_words w
                  where w.clinic_id = r.clinic_id and w.request_id = r.id and w.lacks is null
                  order by w.seq desc limit 1) w on true
    where r.received_at >= ${since} and coalesce(w.said ->> 'via', 'self') = 'self'`)
  return rows.map(({ aid }) => aid ?? undefined)
}

/** What a patient of ours asked with, newest first. */
export const listRequestsOf = async (q: Query, patientId: string): Promise<PublicRequest[]> =>
  (
    await q.all<Row>(sql`
      select ${columns} from public_request r
      where r.id in (select request_id from public_request_step where patient_id = ${patientId})
      order by r.received_at desc, r.id`)
  ).map(shown)

export const findRequest = async (q: Query, id: string): Promise<PublicRequest | undefined> => {
  const row = await q.maybe<Row>(sql`select ${columns} from public_request r where r.id = ${id}`)
  return row && shown(row)
}
