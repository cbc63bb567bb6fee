import type { Protocol, Slot } from '../../../science/routes/protocol.ts'
import type { Sourced } from '../../../web/controls/SourcedLines.tsx'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'

const words = roomWords.protocol

/** When the protocol looks at what, and why then: its own times and the interval afterwards. */
export const timesOf = ({ during = [], schedule, repeated, limits }: Protocol): Sourced[] => {
  const says = ({ minutes, why, what }: Slot, running: boolean) =>
    words.time(minutes, running, why, sessionWords.observe(what))
  const { repeatEveryMinutes: every } = limits
  return [
    ...during.map((slot) => ({ ...slot, says: says(slot, true) })),
    ...schedule.map((slot) => ({ ...slot, says: says(slot, false) })),
    { ...every, id: 'repeatEveryMinutes', says: words.every(every.value, sessionWords.observe(repeated)) },
  ]
}
