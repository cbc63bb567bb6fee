import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { houseNumbers } from '../../science/house.ts'
import type { Policy } from '../accounts/settings/clinic-settings.ts'
import type { Level } from './alert.ts'

/** Minutes within which somebody acknowledges, unless the clinic says otherwise. */
export const dueMinutes: Readonly<Record<Level, number>> = {
  urgent: houseNumbers.urgentAlertMinutes.value,
  high: houseNumbers.highAlertMinutes.value,
  review: houseNumbers.reviewAlertMinutes.value,
}

export const dueMinutesIn = ({ urgentAlertMinutes, highAlertHours }: Policy): Readonly<Record<Level, number>> => ({
  ...dueMinutes,
  ...(urgentAlertMinutes ? { urgent: urgentAlertMinutes } : {}),
  ...(highAlertHours ? { high: highAlertHours * 60 } : {}),
})

/** As this clinic has decided. */
export const findDueMinutes = async (q: Query): Promise<Readonly<Record<Level, number>>> => {
  const row = await q.maybe<{ policy: Policy }>(sql`select policy from clinic`)
  return dueMinutesIn(row?.policy ?? {})
}
