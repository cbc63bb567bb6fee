import { afterQuiet } from '../../clinic/links/cover.ts'
import { houseNumbers } from '../../science/house.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import type { Due, Sendings } from './due.ts'

type Going = Due & { by: NonNullable<Due['by']> }

const apart = houseNumbers.hoursBetweenMessages.value * 60

/** Which of several goes first: what loses its meaning soonest. */
const order = ({ asks, about }: Due): number => (about?.kind === 'session' ? 0 : asks === 'next-day' ? 1 : 2)

/**
 * What is sent now. Nothing at night by the patient's own clock, and one message a day: what a session asks for goes out
 * in any case, everything else waits for the next day, also when the questions of a session are about to go out.
 */
export const goingOut = (due: readonly Due[], sendings: ReadonlyMap<string, Sendings>, now: Instant): Going[] => {
  const soon = new Set(
    due
      .filter(({ about, askedAt, by, dueAt }) => isAhead(about) && !askedAt && by && dueAt <= addMinutes(now, apart))
      .map(({ patientId }) => patientId),
  )
  const told = new Set<string>()
  const open = due.filter(
    (one): one is Going =>
      one.askedAt === null && one.dueAt <= now && one.by !== undefined && afterQuiet(now, one.timeZone) <= now,
  )
  return open
    .toSorted((a, b) => order(a) - order(b))
    .filter((one) => {
      const last = sendings.get(one.patientId)?.lastSentAt
      const recent = told.has(one.patientId) || (last !== undefined && addMinutes(last, apart) > now)
      const goes = isAhead(one.about) || !(recent || soon.has(one.patientId))
      if (goes) told.add(one.patientId)
      return goes
    })
}

const isAhead = (about: Due['about']): boolean => about?.kind === 'session'
