import { boundsOf, clinicTime } from '../care/sessions/booking-time.ts'
import { dayIn } from '../science/day-in.ts'
import { addMinutes, type Instant } from '../science/time.ts'
import type { Slot } from './course/booking.ts'

const starts = ['08:30', '11:15', '14:00'] as const
const minutes = 150
/** As long as somebody is really there, so that the next one can have the room. */
const minutesToday = 130

/** The demo’s days, counted from today: -1 is yesterday. Moments and free rooms, in the clinic’s own zone. */
export type Calendar = {
  now: Instant
  /** A moment of a day: `at(-3, '10:15')`. */
  at: (day: number, time: string) => Instant
  /** A working day at or next to this one, so that nobody is treated on a Sunday. The past stays in the past. */
  working: (day: number) => number
  /** A moment of a working day that lies in the past, at the latest a little while ago. */
  past: (day: number, time: string) => Instant
  /** The next free room and time of a day. Every call takes one. */
  take: (day: number) => Slot
  /** A room at a moment, to the minute. */
  slotAt: (at: Instant, room: number) => Slot
}

export const newCalendar = (now: Instant, timeZone: string, rooms: readonly string[]): Calendar => {
  const today = Temporal.PlainDate.from(dayIn(timeZone, now))
  const dateOf = (day: number) => today.add({ days: day })
  const taken = new Map<number, number>()
  const at = (day: number, time: string): Instant => {
    const found = clinicTime(dateOf(day).toString(), time, timeZone, 'earlier')
    // A time that the clocks jump over: as many minutes into the day as it would have been.
    return 'at' in found ? found.at : addMinutes(boundsOf(dateOf(day).toString(), timeZone).from, minutesInto(time))
  }
  const working = (day: number): number => {
    const weekday = dateOf(day).dayOfWeek
    const moved = weekday === 6 ? day - 1 : weekday === 7 ? day + 1 : day
    return day < 0 ? Math.min(-1, moved) : day > 0 ? Math.max(1, moved) : 0
  }
  const roomAt = (index: number) => rooms[index % rooms.length] ?? ''
  return {
    now,
    at,
    working,
    past: (day, time) => {
      const [moment, latest] = [at(working(day), time), addMinutes(now, -20)]
      return moment < latest ? moment : latest
    },
    take: (day) => {
      const index = taken.get(day) ?? 0
      taken.set(day, index + 1)
      const time = starts[Math.floor(index / rooms.length)]
      if (!time) throw new Error(`The demo has more sessions on day ${day} than rooms and times`)
      return { roomId: roomAt(index), day: dateOf(day).toString(), time, minutes }
    },
    slotAt: (moment, room) => {
      const local = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone)
      const time = local.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' })
      const earlier = local.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation: 'earlier' })
      const which = earlier.equals(local) ? 'earlier' : 'later'
      return { roomId: roomAt(room), day: local.toPlainDate().toString(), time, which, minutes: minutesToday }
    },
  }
}

const minutesInto = (time: string): number => {
  const [hours = 0, past = 0] = time.split(':').map(Number)
  return hours * 60 + past
}
