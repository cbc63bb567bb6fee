import {
  bloodPressureMeasurement,
  bloodPressureService,
  readBloodPressure,
} from '../../../science/devices/blood-pressure.ts'
import {
  continuousMeasurement,
  pulseOximeterService,
  readContinuous,
  readSpotCheck,
  spotCheckMeasurement,
} from '../../../science/devices/pulse-oximeter.ts'
import { Instant } from '../../../science/time.ts'
import { type Offered, offerOfOximeter, offerOfPressure } from '../device-offer.ts'
import type { Message } from './bluetooth.ts'
import { atThisMoment } from './use-session.ts'

export type DeviceKind = 'cuff' | 'oximeter'

/** A cuff may first send what it has stored, so the last of a row counts. Waiting is for a person to end. */
export const asks = {
  cuff: {
    service: bloodPressureService,
    characteristics: [bloodPressureMeasurement],
    settleMs: 1500,
    waitMs: 180_000,
  },
  oximeter: {
    service: pulseOximeterService,
    characteristics: [spotCheckMeasurement, continuousMeasurement],
    settleMs: 0,
    waitMs: 90_000,
  },
} as const

/** What one message offers, or the sentence why it offers nothing. */
export const offeredBy = ({ characteristic, bytes }: Message, timeZone: string): Offered => {
  const now = Instant.parse(atThisMoment())
  if (characteristic === bloodPressureMeasurement) {
    const read = readBloodPressure(bytes)
    return 'refuse' in read ? read : offerOfPressure(read.reading, now, timeZone)
  }
  const spot = characteristic === spotCheckMeasurement
  const read = spot ? readSpotCheck(bytes) : readContinuous(bytes)
  return 'refuse' in read ? read : offerOfOximeter(read.reading, spot, now, timeZone)
}

/** An oximeter that is still looking for a pulse sends on; its next message is waited for. */
export const wanted = (message: Message, timeZone: string): boolean =>
  message.characteristic !== continuousMeasurement || !('refuse' in offeredBy(message, timeZone))
