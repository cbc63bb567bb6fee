import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Shape } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay } from '../../../web/me.ts'
import { showTime } from '../../../web/time.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { alarmsIn, sounding } from '../board/alarm.ts'
import type { BoardAnswer } from './answers.ts'
import { switchSoundOn, useSounding, useSoundOn } from './sound.ts'

const words = roomWords.alarms

/** What is wrong in the rooms, the most serious first; whether it can be heard here, and who silenced it until when. */
export const Alarms = ({ data, now, refresh }: { data: BoardAnswer; now: string; refresh: () => Promise<unknown> }) => {
  const soundOn = useSoundOn()
  const maySilence = useMay('alerts.act')
  const alarms = alarmsIn(data.sessions, now)
  const loud = sounding(alarms, data.silences, now)
  useSounding(loud[0]?.severity)
  const silence = data.silences.find(({ until }) => until > now)
  return (
    <section className="board-alarms" aria-label={words.title}>
      <ul>
        {alarms.map(({ key, severity, room, says, overdue }) => (
          <li key={key} className="board-alert" data-signal={severity}>
            <Shape signal={severity} />
            <span>
              <strong>{room}</strong> {says ?? words.overdue(sessionWords.observed(overdue as never))}
            </span>
          </li>
        ))}
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
