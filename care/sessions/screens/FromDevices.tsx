import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { deviceWords as words } from '../../../web/words/en/devices.ts'
import { deviceReadings, type FromDevice } from '../from-device.ts'
import { bluetooth, messageFrom, NothingCame } from './bluetooth.ts'
import { asks, type DeviceKind, offeredBy, wanted } from './take-from.ts'
import type { Devices, Taken } from './use-devices.ts'

const kinds: readonly DeviceKind[] = ['cuff', 'oximeter']

/** Takes a reading from a cuff or an oximeter into the fields, and asks for the tap that makes it count. */
export const FromDevices = ({ devices, timeZone }: { devices: Devices; timeZone: string }) => {
  const [state, setState] = useState<'connecting' | 'waiting'>()
  const [trouble, setTrouble] = useState<string>()
  const stop = useRef<AbortController>(undefined)
  // What is typed while a device measures is seen when its values arrive.
  const latest = useRef(devices)
  latest.current = devices
  useEffect(() => () => stop.current?.abort(), [])
  const from = bluetooth()
  if (!from) return null

  const take = async (kind: DeviceKind) => {
    stop.current = new AbortController()
    const { signal } = stop.current
    setTrouble(undefined)
    setState('connecting')
    try {
      const message = await messageFrom(from, asks[kind], {
        connected: () => setState('waiting'),
        wanted: (one) => wanted(one, timeZone),
        stop: signal,
      })
      const offered = offeredBy(message, timeZone)
      if ('refuse' in offered) return setTrouble(words.refused(offered.refuse))
      const { remarks, ...offer } = offered.offer
      const { device, model } = message
      const origin = { ...offer, device, ...(model && { model }), ...(remarks.length > 0 && { remarks }) }
      if (!latest.current.add(newId(), origin)) {
        setTrouble(words.keptTyped(deviceReadings.filter((name) => offer.values[name] !== undefined)))
      }
    } catch (error) {
      // The browser's own refusals (nothing chosen, out of reach) are in its words; ours say what to do.
      if (!signal.aborted) setTrouble(error instanceof NothingCame ? error.message : words.notConnected)
    } finally {
      setState(undefined)
    }
  }
  return (
    <div className="stack" data-gap="tight">
      {state === undefined ? (
        <div className="tap-row">
          {kinds.map((kind) => (
            <Button key={kind} kind="quiet" onPress={() => void take(kind)}>
              {words.take[kind]}
            </Button>
          ))}
        </div>
      ) : (
        <div className="tap-row" role="status">
          <p>{words[state]}</p>
          <Button kind="quiet" onPress={() => stop.current?.abort()}>
            {words.stop}
          </Button>
        </div>
      )}
      {trouble && <p role="alert">{trouble}</p>}
      {devices.standing.map((one) => (
        <TakenValues key={one.id} one={one} devices={devices} />
      ))}
    </div>
  )
}

const valuesText = ({ values }: FromDevice): string => {
  const { systolic, diastolic, heartRate, spo2 } = values
  return [
    systolic === undefined && diastolic === undefined ? '' : words.pressure(systolic, diastolic),
    heartRate === undefined ? '' : words.value('heartRate', heartRate),
    spo2 === undefined ? '' : words.value('spo2', spo2),
  ]
    .filter(Boolean)
    .join(', ')
}

const TakenValues = ({ one, devices }: { one: Taken; devices: Devices }) => {
  const { id, from, keptTyped, confirmed } = one
  const name = words.from(from.device, from.model)
  return (
    <Notice live signal={from.remarks ? 'attention' : 'info'} title={words.received(name, valuesText(from))}>
      {from.deviceTime && <p>{words.deviceTime(from.deviceTime)}</p>}
      {from.user !== undefined && <p>{words.user(from.user)}</p>}
      {from.remarks?.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {keptTyped.length > 0 && <p>{words.keptTyped(keptTyped)}</p>}
      <div className="tap-row">
        {confirmed ? (
          <p>{words.confirmed}</p>
        ) : (
          <Button kind="quiet" onPress={() => devices.confirm(id)}>
            {words.confirm}
          </Button>
        )}
        <Button kind="plain" onPress={() => devices.leave(id)}>
          {words.leave}
        </Button>
      </div>
    </Notice>
  )
}
