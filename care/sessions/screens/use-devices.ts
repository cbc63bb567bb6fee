import { useState } from 'react'
import { deviceWords as words } from '../../../web/words/en/devices.ts'
import { type DeviceReading, deviceReadings, type FromDevice, stillAsSent } from '../from-device.ts'

type Typed = Partial<Record<DeviceReading, string>>
export type Taken = { id: string; from: FromDevice; keptTyped: DeviceReading[]; confirmed: boolean }

const numbers = (typed: Typed) =>
  Object.fromEntries(deviceReadings.map((name) => [name, typed[name] ? Number(typed[name]) : undefined]))

/**
 * Values of devices in the fields of a set. They fill empty fields only, count when confirmed, and stop being the
 * device's as soon as somebody types another number.
 */
export const useDevices = (typed: Typed, fill: (values: Typed) => void) => {
  const [taken, setTaken] = useState<Taken[]>([])
  const standing = taken.flatMap((one) => {
    const [from] = stillAsSent(numbers(typed), [one.from])
    return from ? [{ ...one, from }] : []
  })
  const of = (name: DeviceReading) => standing.find(({ from }) => from.values[name] !== undefined)
  return {
    standing,
    open: standing.some(({ confirmed }) => !confirmed),
    add: (id: string, from: FromDevice) => {
      const free = Object.entries(from.values).filter(([name]) => !typed[name as DeviceReading])
      const keptTyped = deviceReadings.filter((name) => from.values[name] !== undefined && typed[name])
      const values = Object.fromEntries(free)
      setTaken([...standing, { id, from: { ...from, values }, keptTyped, confirmed: false }])
      fill(Object.fromEntries(free.map(([name, value]) => [name, String(value)])))
      return free.length > 0
    },
    confirm: (id: string) => setTaken(standing.map((one) => (one.id === id ? { ...one, confirmed: true } : one))),
    leave: (id: string) => {
      const gone = standing.find((one) => one.id === id)
      setTaken(standing.filter((one) => one.id !== id))
      fill(Object.fromEntries(Object.keys(gone?.from.values ?? {}).map((name) => [name, ''])))
    },
    /** A number typed by hand is typed, even where it is the same again. */
    typedOver: (name: string) =>
      setTaken(
        standing.flatMap((one) => {
          const values = Object.fromEntries(Object.entries(one.from.values).filter(([key]) => key !== name))
          return Object.keys(values).length > 0 ? [{ ...one, from: { ...one.from, values } }] : []
        }),
      ),
    clear: () => setTaken([]),
    /** Under its field, so that nobody takes it for typed. */
    mark: (name: string): string | undefined => {
      const one = of(name as DeviceReading)
      return one && (one.confirmed ? words.mark : words.markOpen)(one.from.device)
    },
    /** For the entry. */
    origins: (): { devices?: FromDevice[] } =>
      standing.length > 0 ? { devices: standing.map(({ from }) => from) } : {},
  }
}
export type Devices = ReturnType<typeof useDevices>
