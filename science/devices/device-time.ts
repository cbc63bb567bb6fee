import { deviceWords as words } from '../words.ts'
import { type Cursor, NotReadable } from './cursor.ts'

/** Date Time (0x2A08): the wall time of the device, without a zone. A year, month or day sent as 0 is not known. */
export type DeviceTime = {
  year?: number
  month?: number
  day?: number
  hour: number
  minute: number
  second: number
}

/** Years that the specification allows besides 0. */
const firstYear = 1582
const lastYear = 9999

export const readTime = (from: Cursor): DeviceTime => {
  const start = from.where()
  const year = from.uint16('the year')
  const [month, day, hour, minute, second] = ['month', 'day', 'hour', 'minute', 'second'].map((part) =>
    from.uint8(`the ${part}`),
  ) as [number, number, number, number, number]
  // A leap year stands in for a year that is not known.
  const longest = month >= 1 && month <= 12 ? new Date(Date.UTC(year || 2000, month, 0)).getUTCDate() : 31
  const parts: [string, number, boolean, number][] = [
    ['year', year, year === 0 || (year >= firstYear && year <= lastYear), 0],
    ['month', month, month <= 12, 2],
    ['day', day, day <= longest, 3],
    ['hour', hour, hour <= 23, 4],
    ['minute', minute, minute <= 59, 5],
    ['second', second, second <= 59, 6],
  ]
  const wrong = parts.find(([, , possible]) => !possible)
  if (wrong) throw new NotReadable(words.time(wrong[0], wrong[1], start + wrong[3]))
  return {
    ...(year && { year }),
    ...(month && { month }),
    ...(day && { day }),
    hour,
    minute,
    second,
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** `2026-11-28T14:02:11`; what the device does not know is written with question marks. */
export const timeText = ({ year, month, day, hour, minute, second }: DeviceTime): string => {
  const date = [year ? String(year).padStart(4, '0') : '????', month ? two(month) : '??', day ? two(day) : '??']
  return `${date.join('-')}T${two(hour)}:${two(minute)}:${two(second)}`
}
