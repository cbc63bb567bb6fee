import type { Instant } from '../../../science/time.ts'
import type { SessionLine } from '../session-view.ts'

/** One thing that sounds on the board: an alert of a session, or an observation that is overdue. */
export type Alarm = {
  /** The same thing keeps its key, so that a silence knows it; a new one has another. */
  key: string
  sessionId: string
  room: string
  severity: 'emergency' | 'attention'
  /** What is wrong, in the words of its rule; absent for an observation that is overdue. */
  says?: string
}

export type Silence = { id: string; by: string; at: Instant; until: Instant; alarms: readonly string[] }

const weight = { emergency: 0, attention: 1 } as const

/** Everything that is wrong in the rooms at this moment, the most serious first. */
export const alarmsIn = (lines: readonly SessionLine[], now: string): Alarm[] =>
  lines
    .flatMap((line): Alarm[] => {
      const { id: sessionId, room, alerts, next } = line
      const raised = alerts.map(
        ({ rule, severity, says }): Alarm => ({
          key: `${sessionId}/${rule}`,
          sessionId,
          room: room.name,
          severity: severity === 'emergency' ? 'emergency' : 'attention',
          says,
        }),
      )
      const late: Alarm[] =
        next && now > next.lateAt
          ? [
              {
                key: `${sessionId}/late/${next.dueAt}`,
                sessionId,
                room: room.name,
                severity: 'attention',
              },
            ]
          : []
      return [...raised, ...late]
    })
    .toSorted((a, b) => weight[a.severity] - weight[b.severity] || a.room.localeCompare(b.room, 'en'))

/** The rooms in which something is wrong, the most serious first: each once, with how many further alarms it has. */
export const roomsIn = (alarms: readonly Alarm[]): { first: Alarm; more: number }[] =>
  [...Map.groupBy(alarms, ({ sessionId }) => sessionId).values()].flatMap(([first, ...others]) =>
    first ? [{ first, more: others.length }] : [],
  )

/** What sounds now: everything that nobody has silenced, or whose silence is over. */
export const sounding = (alarms: readonly Alarm[], silences: readonly Silence[], now: string): Alarm[] => {
  const silent = new Set(silences.filter(({ until }) => until > now).flatMap((silence) => silence.alarms))
  return alarms.filter(({ key }) => !silent.has(key))
}

/** As many sentences as a tile holds on a wall that nobody scrolls. */
const onTileAtMost = 2

/**
 * What a tile says in full of what is wrong in a room, the most serious first: all of it while it fits, else every
 * emergency, or the first where there is none, and how many more there are. Nothing left out is more serious.
 */
export const onTile = <One extends Pick<SessionLine['alerts'][number], 'severity'>>(
  alerts: readonly One[],
): { shown: One[]; more: number } => {
  const emergencies = alerts.filter(({ severity }) => severity === 'emergency')
  const others = alerts.filter(({ severity }) => severity !== 'emergency')
  const sorted = [...emergencies, ...others]
  const shown = sorted.length <= onTileAtMost ? sorted : sorted.slice(0, Math.max(1, emergencies.length))
  return { shown, more: sorted.length - shown.length }
}
