import { z } from 'zod'
import { says } from '../../web/words/en/says/sessions.ts'

/** What a cuff or an oximeter can measure of a set. */
export const deviceReadings = ['systolic', 'diastolic', 'heartRate', 'spo2'] as const
export type DeviceReading = (typeof deviceReadings)[number]

const short = z.string().trim().min(1).max(200, says.tooLong)

/** Where values of a set came from when nobody typed them. A value changed by hand is not listed: it is typed. */
export const FromDevice = z.object({
  device: short,
  model: short.optional(),
  values: z.partialRecord(z.enum(deviceReadings), z.number()),
  /** The device's own wall time, `2026-11-28T14:02:11`, unknown parts as question marks. Left out: it sent none. */
  deviceTime: z
    .string()
    .regex(/^(\d{4}|\?{4})-(\d\d|\?\?)-(\d\d|\?\?)T\d\d:\d\d:\d\d$/, says.deviceTime)
    .optional(),
  user: z.number().int().min(0).max(254).optional(),
  /** What was said beside the values, as the person saw it who confirmed them. */
  remarks: z.array(short).max(40).optional(),
})
export type FromDevice = z.infer<typeof FromDevice>

type Set = Partial<Record<DeviceReading, unknown>>

/** The reading that a set does not hold as the device sent it, if there is one. */
export const notAsSent = (set: Set, devices: readonly FromDevice[]): DeviceReading | undefined =>
  deviceReadings.find((name) => devices.some(({ values }) => values[name] !== undefined && values[name] !== set[name]))

/** The same without the values that somebody has changed since. */
export const stillAsSent = (set: Set, devices: readonly FromDevice[]): FromDevice[] =>
  devices.flatMap((from) => {
    const values = Object.fromEntries(
      Object.entries(from.values).filter(([name, value]) => set[name as DeviceReading] === value),
    )
    return Object.keys(values).length > 0 ? [{ ...from, values }] : []
  })
