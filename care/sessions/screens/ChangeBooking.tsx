import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { DraftKept } from '../../../web/controls/DraftKept.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { useMay } from '../../../web/me.ts'
import { clockTime } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { DayAnswer } from './answers.ts'
import { useBeyondLimit } from './BeyondLimit.tsx'
import { PlaceFields, type PlaceTyped, wrongIn } from './PlaceFields.tsx'
import { Taps } from './Quick.tsx'

const words = sessionWords.day
type Line = DayAnswer['sessions'][number]
type How = 'reschedule' | 'cancel' | 'no-show'
type Typed = {
  id: string
  how?: How | undefined
  reason?: string | undefined
  place: PlaceTyped
  /** Where it was when somebody began, however the page behind it moves on. */
  from: { roomId: string; bookedFor: string }
}

/** Where a booking went: its line may no longer be on the day that shows. */
export type Moved = { name: string; at: string; room: string }

/** Moving or ending a booking, always with the reason; the log keeps what was booked before. */
export const ChangeBooking = ({
  line,
  data,
  onClose,
  onMoved,
  refresh,
}: {
  line: Line
  data: DayAnswer
  onClose: () => void
  onMoved: (moved: Moved) => void
  refresh: () => Promise<unknown>
}) => {
  const draft = `session.change.${line.id}`
  const [typed, setTyped, drop, before] = useTyped<Typed>(draft, {
    id: newId(),
    place: {
      roomId: line.room.id,
      minutes: line.minutes,
      day: data.day,
      time: clockTime(line.bookedFor, data.timeZone),
    },
    from: { roomId: line.room.id, bookedFor: line.bookedFor },
  })
  const { id, how, reason, place, from } = typed
  const change = (more: Partial<Typed>) => setTyped({ ...typed, ...more })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const limit = useBeyondLimit(draft)
  const startOver = () => {
    drop()
    limit.drop()
  }
  const mayWatch = useMay('sessions.record')
  const send = async () => {
    const at = { id, happenedAt: new Date(serverNow()).toISOString() }
    const bodies = {
      reschedule: { id, ...place, from, reason, ...limit.said },
      cancel: { ...at, reason },
      'no-show': { ...at, ...(reason ? { words: reason } : {}) },
    }
    if (!how) return
    const done = { bookedFor: undefined as string | undefined }
    await limit.watch(() =>
      wrongIn(setWrong, async () => {
        Object.assign(done, await api.post<{ bookedFor?: string }>(`/api/sessions/${line.id}/${how}`, bodies[how]))
      }),
    )
    startOver()
    const room = data.rooms.find((one) => one.id === place.roomId)?.name ?? line.room.name
    if (how === 'reschedule' && done.bookedFor) onMoved({ name: line.patient.name, at: done.bookedFor, room })
    await refresh()
    onClose()
  }
  const verbs = { reschedule: sessionWords.book.move, cancel: words.cancel, 'no-show': words.noShow }
  return (
    <Dialog title={words.change(line.patient.name)} open onClose={onClose}>
      {before && <DraftKept onStartOver={startOver} />}
      <Taps
        label={words.more}
        options={[
          { value: 'reschedule' as const, label: words.reschedule },
          { value: 'cancel' as const, label: words.cancel },
          { value: 'no-show' as const, label: words.noShow },
        ]}
        value={how}
        onChange={(chosen) => change({ how: chosen })}
      />
      {how === 'reschedule' && (
        <PlaceFields
          typed={place}
          change={(more) => change({ place: { ...place, ...more } })}
          wrong={wrong}
          rooms={data.rooms}
          timeZone={data.timeZone}
        />
      )}
      {how && (
        <TextArea
          name="reason"
          label={how === 'no-show' ? words.wordsIfAny : words.reason}
          error={wrong.reason}
          value={reason}
          onChange={(next) => change({ reason: next })}
        />
      )}
      {how === 'reschedule' && mayWatch && limit.field}
      {how && (
        <div>
          <Button onPress={send}>{verbs[how]}</Button>
        </div>
      )}
    </Dialog>
  )
}
