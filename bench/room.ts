import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { startEvenkeel } from '../journeys/evenkeel.ts'
import { clock } from '../server/start.ts'
import { newClient } from './asking.ts'
import { type Engine, newPlace } from './place.ts'
import { quantile } from './timing.ts'
import { dosedSession, newWorld } from './world.ts'

const sessions = 60
/** Two tablets a session, each with one set a minute: two entries a second all in all. */
const devices = 2
const everyMs = 60_000

export type RoomResult = {
  sent: number
  stored: number
  twice: number
  /** Milliseconds from the tap to the answer, and to the board's answer that shows it. */
  saved: { p50: number; p99: number }
  board: { p50: number; p99: number }
  /** Of one core. */
  cpuShare: number
  seconds: number
}

/**
 * Sixty sessions at once, an observation a minute each from two devices, and the board open: it hears of each entry over
 * the live feed and asks anew, as the screen does. A set that the clinic has answered must be in the log, once.
 */
export const measureRoom = async (engine: Engine, { minutes = 1 } = {}): Promise<RoomResult> => {
  const place = await newPlace(engine)
  try {
    const db = await place.open()
    const world = await newWorld(db, place.dataDir, sessions)
    const ids: string[] = []
    for (let number = 0; number < sessions; number++) {
      const now = clock()
      world.at(now)
      ids.push(await dosedSession(world, number, now))
    }
    await db.close()
    const evenkeel = await startEvenkeel({ env: place.env })
    try {
      return await watch(evenkeel.origin, evenkeel.pid(), world.monitorHeaders, ids, minutes)
    } finally {
      await evenkeel.stop()
    }
  } finally {
    await place.stop()
  }
}

const watch = async (
  origin: string,
  pid: number,
  headers: Record<string, string>,
  ids: readonly string[],
  minutes: number,
): Promise<RoomResult> => {
  const board = newClient(origin, headers)
  const tapped = new Map<string, number>()
  const saved: number[] = []
  const shown: number[] = []
  const closeFeed = await follow(
    origin,
    headers,
    gathered(async () => {
      const asked = [...tapped]
      await board.ask('GET', '/api/board')
      const at = performance.now()
      for (const [id, from] of asked) {
        if (!tapped.delete(id)) continue
        shown.push(at - from)
      }
    }),
  )
  const cpuBefore = cpuSeconds(pid)
  const from = performance.now()
  const sent = new Map<string, string[]>(ids.map((id) => [id, []]))
  const tablets = ids.flatMap((session) => Array.from({ length: devices }, () => session))
  await Promise.all(
    tablets.map(async (session, tablet) => {
      const client = newClient(origin, headers)
      // Nobody taps in step with anybody else.
      const first = (tablet / tablets.length) * everyMs
      for (let minute = 0; minute < minutes; minute++) {
        await until(from + first + minute * everyMs)
        const id = randomUUID()
        const tap = performance.now()
        const answered = client.ask('POST', `/api/sessions/${session}/events`, set(id))
        tapped.set(id, tap)
        await answered
        saved.push(performance.now() - tap)
        sent.get(session)?.push(id)
      }
      client.close()
    }),
  )
  await until(performance.now() + 2000)
  const seconds = (performance.now() - from) / 1000
  const cpuShare = (cpuSeconds(pid) - cpuBefore) / seconds
  closeFeed()
  let [stored, twice] = [0, 0]
  for (const [session, own] of sent) {
    const { text } = await board.ask('GET', `/api/sessions/${session}`)
    const { events } = JSON.parse(text) as { events: { id: string }[] }
    for (const id of own) {
      const times = events.filter((event) => event.id === id).length
      stored += times > 0 ? 1 : 0
      twice += times > 1 ? 1 : 0
    }
  }
  board.close()
  const of = (found: readonly number[]) => ({ p50: quantile(found, 0.5), p99: quantile(found, 0.99) })
  return { sent: saved.length, stored, twice, saved: of(saved), board: of(shown), cpuShare, seconds }
}

const set = (id: string) => ({
  id,
  happenedAt: clock(),
  kind: 'vitals',
  data: { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14, moaas: 5, nausea: 'none' },
})

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())))

/** As web/live.ts does: changes of 150 ms are asked for once, and one question at a time. */
const gathered = (ask: () => Promise<void>) => {
  let waiting = false
  let asking: Promise<void> = Promise.resolve()
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      asking = asking.then(ask)
    }, 150)
  }
}

/** The live feed, as a board holds it open. @returns close */
const follow = (origin: string, headers: Record<string, string>, change: () => void): Promise<() => void> =>
  new Promise((resolve, reject) => {
    const call = request(`${origin}/api/live`, { headers }, (answer) => {
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        if (text.includes('event: change')) change()
      })
      answer.on('error', () => undefined)
      resolve(() => call.destroy())
    })
    call.on('error', reject)
    call.end()
  })

/** Processor time of a process so far; Linux only, elsewhere not a number. */
const cpuSeconds = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}
