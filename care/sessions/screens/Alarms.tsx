import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Shape } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay } from '../../../web/me.ts'
import { showTime } from '../../../web/time.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { alarmsIn, roomsIn, sounding } from '../board/alarm.ts'
import type { BoardAnswer } from './answers.ts'
import { switchSoundOn, useSounding, useSoundOn } from './sound.ts'

const words = roomWords.alarms

type Shown = {
  data: BoardAnswer
  now: string
  /** When the board was last known to be the clinic's, if it is not now. */
  oldSince: string | undefined
  refresh: () => Promise<unknown>
}

/** What is wrong in the rooms, the most serious first; whether it can be heard here, and who silenced it until when. */
export const Alarms = ({ data, now, oldSince, refresh }: Shown) => {
  const soundOn = useSoundOn()
  const maySilence = useMay('alerts.act')
  const alarms = alarmsIn(data.sessions, now)
  const loud = sounding(alarms, data.silences, now)
  useSounding(loud[0]?.severity)
  const silence = data.silences.find(({ until }) => until > now)
  return (
    <section className="board-alarms" aria-label={words.title}>
      {/* Whoever does not see the board hears each alarm once, as whoever sees it reads it. */}
      <p className="unseen" role="alert">
        {roomsIn(alarms)
          .map(({ first, more }) => words.aloud(first.room, words[first.severity], first.says, more))
          .join(' ')}
      </p>
      <ul>
        {roomsIn(alarms).map(({ first, more }) => (
          <li key={first.sessionId} className="board-alert" data-signal={first.severity}>
            <Shape signal={first.severity} />
            <span>
              <strong>{first.room}</strong> {words[first.severity]} {more > 0 && words.more(more)}
            </span>
          </li>
        ))}
        {alarms.length === 0 && <li className="soft">{oldSince ? words.noneThen(oldSince) : words.none}</li>}
      </ul>
      <p className="row">
        {soundOn ? <State>{words.soundOn}</State> : <State signal="attention">{words.soundOff}</State>}
        {silence && (
          <State signal="attention">{words.silenced(silence.by, showTime(silence.until, data.timeZone))}</State>
        )}
        {!soundOn && (
          <Button kind="quiet" onPress={switchSoundOn}>
            {words.switchOn}
          </Button>
        )}
        {maySilence && loud.length > 0 && (
          <Button
            kind="quiet"
            onPress={async () => {
              await api.post('/api/board/silence', { id: newId(), alarms: loud.map(({ key }) => key) })
              await refresh()
            }}
          >
            {words.silence(data.silenceMinutes)}
          </Button>
        )}
      </p>
    </section>
  )
}
