import { useState } from 'react'
import { api } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay } from '../../../web/me.ts'
import { clockTime } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { DayAnswer } from './answers.ts'
import { useBeyondLimit } from './BeyondLimit.tsx'
import { PlaceFields, type PlaceTyped, wrongIn } from './PlaceFields.tsx'
import { Taps } from './Quick.tsx'
import { useOnce } from './use-once.ts'

const words = sessionWords.day
type Line = DayAnswer['sessions'][number]

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
  const [how, setHow] = useState<'reschedule' | 'cancel' | 'no-show'>()
  const [reason, setReason] = useState<string>()
  const [place, setPlace] = useState<PlaceTyped>({
    roomId: line.room.id,
    minutes: line.minutes,
    day: data.day,
    time: clockTime(line.bookedFor, data.timeZone),
  })
  // Where it was when this was opened, however the page behind it moves on.
  const [from] = useState({ roomId: line.room.id, bookedFor: line.bookedFor })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [id] = useOnce()
  const limit = useBeyondLimit()
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
    const room = data.rooms.find((one) => one.id === place.roomId)?.name ?? line.room.name
    if (how === 'reschedule' && done.bookedFor) onMoved({ name: line.patient.name, at: done.bookedFor, room })
    await refresh()
    onClose()
  }
  const verbs = { reschedule: sessionWords.book.move, cancel: words.cancel, 'no-show': words.noShow }
  return (
    <Dialog title={words.change(line.patient.name)} open onClose={onClose}>
      <Taps
        label={words.more}
        options={[
          { value: 'reschedule' as const, label: words.reschedule },
          { value: 'cancel' as const, label: words.cancel },
          { value: 'no-show' as const, label: words.noShow },
        ]}
        value={how}
        onChange={setHow}
      />
      {how === 'reschedule' && (
        <PlaceFields
          typed={place}
          change={(more) => setPlace({ ...place, ...more })}
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
          onChange={setReason}
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
