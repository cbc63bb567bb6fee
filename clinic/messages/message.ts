import { z } from 'zod'
import type { Instant } from '../../science/time.ts'

export const Channel = z.enum(['mail', 'sms'])
export type Channel = z.infer<typeof Channel>

/** A message as the sender hands it over. */
export type Outgoing = {
  id: string
  channel: Channel
  to: string
  subject: string
  body: string
  /** What the clinic is called, for the From line. */
  clinic: string
}

export const messageStates = ['waiting', 'sent', 'gave up'] as const
export type MessageState = (typeof messageStates)[number]

export const stateOf = (message: { sentAt: Instant | null; gaveUpAt: Instant | null }): MessageState =>
  message.sentAt ? 'sent' : message.gaveUpAt ? 'gave up' : 'waiting'

/** Minutes until the next try after so many failed ones; undefined: give up. About two days in all. */
export const waitAfter = (attempts: number): number | undefined => [1, 5, 15, 60, 180, 360, 720, 1440][attempts - 1]
