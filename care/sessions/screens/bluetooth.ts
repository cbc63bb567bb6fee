import { deviceWords as words } from '../../../web/words/en/devices.ts'

// The part of Web Bluetooth that is used here; TypeScript's own library does not describe it.
type Characteristic = EventTarget & {
  readonly value?: DataView
  readValue: () => Promise<DataView>
  startNotifications: () => Promise<unknown>
}
type Service = { getCharacteristic: (id: number) => Promise<Characteristic> }
type Gatt = {
  connect: () => Promise<{ getPrimaryService: (id: number) => Promise<Service> }>
  disconnect: () => void
}
type BluetoothDevice = EventTarget & { readonly name?: string; readonly gatt?: Gatt }
type Bluetooth = {
  requestDevice: (asked: { filters: { services: number[] }[]; optionalServices: number[] }) => Promise<BluetoothDevice>
}

const deviceInformation = 0x180a
const modelNumber = 0x2a24

export const bluetooth = (): Bluetooth | undefined => (navigator as { bluetooth?: Bluetooth }).bluetooth

/** Why nothing came, in a sentence. */
export class NothingCame extends Error {}

export type Message = { characteristic: number; bytes: DataView; device: string; model?: string }

const modelOf = async (server: Awaited<ReturnType<Gatt['connect']>>): Promise<string | undefined> => {
  try {
    const service = await server.getPrimaryService(deviceInformation)
    const bytes = await (await service.getCharacteristic(modelNumber)).readValue()
    // Some devices end the text with a zero byte.
    return new TextDecoder().decode(bytes).split('\0')[0]?.trim().slice(0, 200) || undefined
  } catch {
    // A device may leave its model out.
    return undefined
  }
}

/**
 * Asks the person for a device of this service and hands over each message until one is taken, a time has passed, the
 * person stops, or the device goes. Stored readings come one after the other: `settleMs` waits for the last of them.
 */
export const messageFrom = async (
  from: Bluetooth,
  asked: { service: number; characteristics: readonly number[]; settleMs: number; waitMs: number },
  hooks: { connected: () => void; wanted: (message: Message) => boolean; stop: AbortSignal },
): Promise<Message> => {
  const { service, characteristics, settleMs, waitMs } = asked
  const device = await from.requestDevice({
    filters: [{ services: [service] }],
    optionalServices: [deviceInformation],
  })
  const { gatt } = device
  if (!gatt) throw new NothingCame(words.notConnected)
  try {
    const server = await gatt.connect()
    const model = await modelOf(server)
    const primary = await server.getPrimaryService(service)
    const about = { device: device.name?.trim().slice(0, 200) || words.unnamed, ...(model && { model }) }
    const taken = Promise.withResolvers<Message>()
    // Refused while still setting up, it is thrown where it is awaited.
    taken.promise.catch(() => undefined)
    let settling: ReturnType<typeof setTimeout> | undefined
    const giveUp = setTimeout(() => taken.reject(new NothingCame(words.notConnected)), waitMs)
    hooks.stop.addEventListener('abort', () => taken.reject(new NothingCame(words.notConnected)))
    device.addEventListener('gattserverdisconnected', () => {
      if (settling === undefined) taken.reject(new NothingCame(words.lost))
    })
    const listen = async (id: number): Promise<boolean> => {
      const found = await primary.getCharacteristic(id).catch(() => undefined)
      found?.addEventListener('characteristicvaluechanged', () => {
        const message = found.value && { characteristic: id, bytes: found.value, ...about }
        if (!message || !hooks.wanted(message)) return
        clearTimeout(settling)
        settling = setTimeout(() => taken.resolve(message), settleMs)
      })
      await found?.startNotifications()
      return found !== undefined
    }
    try {
      if (hooks.stop.aborted) throw new NothingCame(words.notConnected)
      const heard = await Promise.all(characteristics.map(listen))
      if (!heard.includes(true)) throw new NothingCame(words.notConnected)
      hooks.connected()
      return await taken.promise
    } finally {
      clearTimeout(giveUp)
      clearTimeout(settling)
    }
  } finally {
    gatt.disconnect()
  }
}
