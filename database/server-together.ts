import { DatabaseError } from './errors.ts'
import { begin, clinicOf } from './scope.ts'
import type { Answer, Step } from './types.ts'

type Send = (steps: readonly Step[]) => Promise<Answer[]>
type Waiting = { steps: readonly Step[]; resolve: (answers: Answer[]) => void; reject: (error: unknown) => void }

/** So many leave together at most, so that the first does not wait long for the last. */
const most = 16

/** Begin, whose rows, what is done, what is done last, commit. */
const least = 5

/** `lock_not_available`: somebody else held what one of these needs for longer than `patience`. */
const busy = '55P03'
const patience: Step = { text: `select set_config('lock_timeout', '250', true)`, values: [] }

/** @returns whose, when `steps` are a whole write: begun, confined to a clinic, and committed in one message */
export const wholeWriteOf = (steps: readonly Step[]): string | undefined =>
  steps.length >= least && steps[0]?.text === begin.text && steps[1] && steps.at(-1)?.text === 'commit'
    ? clinicOf(steps[1])
    : undefined

/**
 * All writes of a clinic wait for its audit chain, each until the one before is on disk. Whole ones that come while
 * another is on its way leave together instead, as one transaction with one wait for the disk, and are answered when that
 * is committed. When any of them is refused nothing was stored, and each is sent alone: nobody fails for somebody else.
 * When the connection was lost nobody knows whether they were stored, and none is sent again. `send` rolls back what fails.
 */
export const together = (send: Send): ((clinicId: string, steps: readonly Step[]) => Promise<Answer[]>) => {
  const waitingOf = new Map<string, Waiting[]>()

  const leave = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const answers = answersOf(await send(joined(group)), group)
      for (const [i, { resolve }] of group.entries()) resolve(answers[i] ?? [])
    } catch (error) {
      const again = error instanceof DatabaseError && (group.length > 1 || error.code === busy)
      // Not waited for: whoever waits for a lock then holds up nobody else.
      for (const one of group) {
        if (again) send(one.steps).then(one.resolve, one.reject)
        else one.reject(error)
      }
    }
  }
  const leaveInTurn = async (clinicId: string, waiting: Waiting[]): Promise<void> => {
    while (waiting.length > 0) await leave(waiting.splice(0, most))
    waitingOf.delete(clinicId)
  }

  return (clinicId, steps) =>
    new Promise((resolve, reject) => {
      const one = { steps, resolve, reject }
      const waiting = waitingOf.get(clinicId)
      if (waiting) {
        waiting.push(one)
        return
      }
      const first = [one]
      waitingOf.set(clinicId, first)
      void leaveInTurn(clinicId, first)
    })
}

/**
 * What each does last is its audit entry, and the chain stays locked from the first of them to the commit: they come
 * behind everything else, so that nobody who holds it waits for a session that somebody waiting for it has locked.
 */
const joined = (group: readonly Waiting[]): Step[] => {
  const steps = group.map((one) => one.steps)
  const opening = steps[0]?.slice(0, 2) ?? []
  const commit = steps[0]?.slice(-1) ?? []
  return [
    ...opening,
    patience,
    ...steps.flatMap((own) => own.slice(2, -2)),
    ...steps.flatMap((own) => own.slice(-2, -1)),
    ...commit,
  ]
}

/** To each what was answered to its own steps, in their order. */
const answersOf = (answers: readonly Answer[], group: readonly Waiting[]): Answer[][] => {
  const [begun, confined, , ...rest] = answers
  const [last, committed] = [rest.slice(-1 - group.length, -1), rest.at(-1)]
  let from = 0
  return group.map(({ steps }, i) => {
    const own = rest.slice(from, from + steps.length - 4)
    from += own.length
    return [begun, confined, ...own, last[i], committed] as Answer[]
  })
}
