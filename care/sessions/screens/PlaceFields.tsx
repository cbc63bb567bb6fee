import { DateField, TimeField } from '../../../web/controls/DateField.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { ApiProblem } from '../../../web/problem.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { Room } from '../rooms/room.ts'
import { Taps } from './Quick.tsx'

const words = sessionWords.book

export type PlaceTyped = {
  roomId?: string | undefined
  day?: string | undefined
  time?: string | undefined
  which?: 'earlier' | 'later' | undefined
  minutes?: number | undefined
}

type Change = (more: PlaceTyped) => void

/** Where and when, in the clinic's zone. `which` is asked only when the server says that the time happens twice. */
export const PlaceFields = ({
  typed,
  change,
  wrong,
  rooms,
  timeZone,
}: {
  typed: PlaceTyped
  change: Change
  wrong: Record<string, string>
  rooms: readonly Room[]
  timeZone: string
}) => (
  <div className="stack">
    <div className="columns">
      <DateField name="day" label={words.day} error={wrong.day} value={typed.day} onChange={(day) => change({ day })} />
      <TimeField
        name="time"
        label={words.time}
        hint={words.timeHint(timeZone)}
        error={wrong.time}
        value={typed.time}
        onChange={(time) => change({ time, which: undefined })}
      />
    </div>
    {wrong.which && (
      <Taps
        label={words.which}
        options={[
          { value: 'earlier' as const, label: words.whichEarlier },
          { value: 'later' as const, label: words.whichLater },
        ]}
        value={typed.which}
        onChange={(which) => change({ which })}
      />
    )}
    <div className="columns">
      <NumberField
        name="minutes"
        label={words.minutes}
        unit="min"
        error={wrong.minutes}
        value={typed.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      <Select
        name="roomId"
        label={words.room}
        error={wrong.roomId}
        options={rooms
          .filter(({ retired }) => !retired)
          .map(({ id, name, location }) => ({
            value: id,
            label: location ? words.roomAt(name, location) : name,
          }))}
        value={typed.roomId}
        onChange={(roomId) => change({ roomId })}
      />
    </div>
  </div>
)

/** Runs a request; what it finds wrong goes to the fields, and on to whoever pressed. */
export const wrongIn = async (
  set: (wrong: Record<string, string>) => void,
  ask: () => Promise<unknown>,
): Promise<void> => {
  set({})
  try {
    await ask()
  } catch (error) {
    if (error instanceof ApiProblem) set(error.fields)
    throw error
  }
}
