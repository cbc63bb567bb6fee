import type { Link } from '../../clinic/links/link.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/over-time.ts'
import type { MoodChoice, MoodSent } from './mood-sent.ts'

type Through = Pick<Link, 'clinicId' | 'linkId' | 'patientId' | 'madeAt'>

/** A phone's clock moves nothing into the future or before the link was made. */
const within = (at: Instant, { madeAt }: Through, now: Instant): Instant => (at > now ? now : at < madeAt ? madeAt : at)

/** Sent twice, stored once. @throws Problem conflict when an id already stands for another value */
export const saveMoods = async (tx: Tx, link: Through, moods: readonly MoodSent[], now: Instant): Promise<void> => {
  for (const { id, value, at } of moods) {
    const stored = await tx.run(sql`
      insert into mood (clinic_id, id, patient_id, value, at, recorded_at, link_id)
      values (${link.clinicId}, ${id}, ${link.patientId}, ${value}, ${within(at, link, now)}, ${now}, ${link.linkId})
      on conflict (clinic_id, id) do nothing`)
    if (stored === 1) continue
    const same = await tx.maybe(sql`
      select id from mood where id = ${id} and patient_id = ${link.patientId} and value = ${value}`)
    if (!same) throw new Problem('conflict', says.otherMood)
  }
}

export const saveChoice = async (tx: Tx, link: Through, { id, wanted }: MoodChoice, now: Instant): Promise<void> => {
  const stored = await tx.run(sql`
    insert into mood_choice (clinic_id, id, patient_id, wanted, at, link_id)
    values (${link.clinicId}, ${id}, ${link.patientId}, ${wanted}, ${now}, ${link.linkId})
    on conflict (clinic_id, id) do nothing`)
  if (stored === 1) return
  const same = await tx.maybe(sql`
    select id from mood_choice where id = ${id} and patient_id = ${link.patientId} and wanted = ${wanted}`)
  if (!same) throw new Problem('conflict', says.otherMood)
}
