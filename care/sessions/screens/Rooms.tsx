import { useMemo } from 'react'
import { z } from 'zod'
import type { Place } from '../../../clinic/locations/location.ts'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { says } from '../../../web/words/en/says/locations.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { NewRoom, type Room } from '../rooms/room.ts'
import './day.css'

const words = sessionWords.rooming

/** With the mark that tells the server what somebody began to change. */
type Shown = Room & { mark: string }

/** The rooms of the clinic, in the order of the board. */
export const Rooms = () => {
  const { data, error, refetch } = useRead<{ rooms: Shown[]; locations: Place[] }>('/api/rooms')
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={4} />
  const places = data.locations.filter(({ closed }) => !closed)
  const change = async (room: Shown, more: Partial<Room>) => {
    const { name, place, locationId, retired } = { ...room, ...more }
    await api.post(`/api/rooms/${room.id}`, { name, place, locationId, retired, seen: room.mark })
    await refetch()
  }
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.lead}</PageTitle>
      {data.rooms.length === 0 && <Empty title={words.none} />}
      <ul className="choices">
        {data.rooms.map((room) => (
          <li key={room.id} className="row">
            <span className="day-name">{room.name}</span>
            {room.location && <span className="soft">{room.location}</span>}
            <State>{room.retired ? words.retired : words.inUse}</State>
            <Button
              kind="plain"
              onPress={() => change(room, { retired: !room.retired })}
              label={`${room.retired ? words.bringBack : words.retire}: ${room.name}`}
            >
              {room.retired ? words.bringBack : words.retire}
            </Button>
            {places
              .filter(({ id }) => id !== room.locationId)
              .map(({ id, name }) => (
                <Button
                  key={id}
                  kind="plain"
                  onPress={() => change(room, { locationId: id })}
                  label={words.moveThis(room.name, name)}
                >
                  {words.moveTo(name)}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      <AddRoom place={data.rooms.length} places={places} onDone={() => refetch()} />
    </div>
  )
}

const AddRoom = ({
  place,
  places,
  onDone,
}: {
  place: number
  places: readonly Place[]
  onDone: () => Promise<unknown>
}) => {
  const several = places.length > 1
  const schema = useMemo(
    () => NewRoom.pick({ name: true }).extend(several ? { locationId: z.uuid(says.which) } : {}),
    [several],
  )
  return (
    <Form
      id="room.new"
      schema={schema}
      save={words.add}
      again
      onSave={async (typed, { sentId: id }) => {
        await api.post('/api/rooms', { id, place, ...typed })
        await onDone()
      }}
    >
      <Field name="name" label={words.name} />
      {several && (
        <Choice
          name="locationId"
          label={words.location}
          across
          options={places.map(({ id: value, name: label }) => ({ value, label }))}
        />
      )}
    </Form>
  )
}
