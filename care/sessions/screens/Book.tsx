import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { showBirthDate } from '../../../clinic/records/screens/birth-date.ts'
import { api, idBeside, newId, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { DraftKept } from '../../../web/controls/DraftKept.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useSearchValue } from '../../../web/params.ts'
import { showDate } from '../../../web/time.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { spacingIn } from '../../plans/course.ts'
import type { Length, NextWindow } from '../length.ts'
import type { Room } from '../rooms/room.ts'
import type { Colleague } from './answers.ts'
import { useBeyondLimit } from './BeyondLimit.tsx'
import './day.css'
import { LengthOf } from './LengthOf.tsx'
import { PlaceFields, type PlaceTyped, wrongIn } from './PlaceFields.tsx'

const words = sessionWords.book
type Typed = { id: string; patientId: string | undefined; place: PlaceTyped; responsibleId?: string | undefined }
type Found = { id: string; displayName: string; number: number; birthDate: string }

/** Two people can have one name. */
const Who = ({ found: { displayName, birthDate, number } }: { found: Found }) => (
  <span>
    <bdi>{displayName}</bdi>, {recordWords.born(showBirthDate(birthDate))}{' '}
    <span className="unit">{recordWords.number(number)}</span>
  </span>
)

/** A place in a room for a patient whose determination, consent and plan are in force. */
export const Book = () => {
  const day = useSearchValue('day')
  const asked = useSearchValue('patient')
  const timeZone = useTimeZone()
  const maySet = useMay('clinic.set')
  const rooms = useRead<{ rooms: Room[] }>('/api/rooms')
  const staff = useRead<{ staff: Colleague[] }>('/api/staff')
  // Of the patient and the day in the address: what was typed for others is not taken over.
  const draft = `session.book.${asked ?? ''}.${day ?? ''}`
  const [typed, setTyped, drop, before] = useTyped<Typed>(draft, { id: newId(), patientId: asked, place: { day } })
  const { id, patientId, place, responsibleId } = typed
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const limit = useBeyondLimit(draft)
  const length = useRead<{ length: Length | null; window: NextWindow | null }>(
    patientId ? `/api/patients/${patientId}/session-length` : undefined,
  )
  // What nobody has typed is as long as the route asks.
  const minutes = 'minutes' in place ? place.minutes : length.data?.length?.minutes
  const mayWatch = useMay('sessions.record')
  const navigate = useNavigate()
  if (!rooms.data || !staff.data) return <Skeleton title lines={5} />
  const watchers = staff.data.staff.filter(({ roles }) =>
    roles.some((role) => role === 'monitor' || role === 'prescriber'),
  )
  const startOver = () => {
    drop()
    limit.drop()
  }
  const missing = !patientId
    ? words.patient
    : !place.day
      ? words.day
      : !place.time
        ? words.time
        : !place.roomId
          ? words.room
          : !minutes
            ? words.minutes
            : !responsibleId
              ? words.responsible
              : undefined
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.held}</PageTitle>
      {before && <DraftKept onStartOver={startOver} />}
      <ChoosePatient
        chosen={patientId}
        onChoose={(chosen) => {
          const { minutes: _, ...rest } = place
          setTyped({ ...typed, patientId: chosen, place: rest })
        }}
      />
      {rooms.data.rooms.length === 0 ? (
        <div className="stack" data-gap="tight">
          <p>{words.noRooms}</p>
          {maySet && <ButtonLink to="/settings/rooms">{words.addRooms}</ButtonLink>}
        </div>
      ) : (
        <PlaceFields
          typed={{ ...place, minutes }}
          change={(more) => setTyped({ ...typed, place: { ...place, ...more } })}
          wrong={wrong}
          rooms={rooms.data.rooms}
          timeZone={timeZone}
        />
      )}
      {length.data?.window && <WindowOf window={length.data.window} day={place.day} />}
      {length.data?.length && <LengthOf length={length.data.length} minutes={minutes} />}
      <Select
        name="responsibleId"
        label={words.responsible}
        options={watchers.map(({ id, name }) => ({ value: id, label: name }))}
        value={responsibleId}
        onChange={(chosen) => setTyped({ ...typed, responsibleId: chosen })}
      />
      {mayWatch && limit.field}
      <div>
        <Button
          why={missing && words.missing(missing)}
          onPress={async () => {
            const ids = { id, eventId: idBeside(id) }
            const booking = { ...ids, patientId, responsibleId, ...place, minutes, ...limit.said }
            await limit.watch(() => wrongIn(setWrong, () => api.post('/api/sessions', booking)))
            startOver()
            await navigate({ to: '/', search: { day: place.day } as never })
          }}
        >
          {words.save}
        </Button>
      </div>
    </div>
  )
}

/** What the plan says of the day; said plainly when another is chosen, which a prescriber may have meant. */
const WindowOf = ({ window, day }: { window: NextWindow; day: string | undefined }) => {
  const spacing = day ? spacingIn(window, day) : 'fits'
  return (
    <div className="stack" data-gap="tight">
      <p className="soft">{words.window(showDate(window.from), showDate(window.to))}</p>
      {spacing !== 'fits' && <State signal="attention">{words.spacing[spacing]}</State>}
    </div>
  )
}

/** As many names as are read at a glance. */
const most = 8

const ChoosePatient = ({
  chosen,
  onChoose,
}: {
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}) => {
  const [typed, setTyped] = useState<string>()
  const line = useRead<Found>(chosen ? `/api/patients/${chosen}/line` : undefined)
  const found = useRead<{ patients: Found[] }>(
    typed && !chosen ? `/api/patients?search=${encodeURIComponent(typed)}` : undefined,
  )
  if (chosen) {
    return (
      <div className="row">
        <p>
          <span className="soft">{words.chosen} </span>
          {line.data && <Who found={line.data} />}
        </p>
        <Button kind="plain" onPress={() => onChoose(undefined)}>
          {words.another}
        </Button>
      </div>
    )
  }
  return (
    <div className="stack">
      <Field
        name="patient"
        type="search"
        label={words.find}
        hint={words.findHint}
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      {found.data?.patients.length === 0 && <p>{words.nobody}</p>}
      <ul className="choices">
        {found.data?.patients.slice(0, most).map((one) => (
          <li key={one.id}>
            <Button kind="quiet" onPress={() => onChoose(one.id)}>
              <Who found={one} />
            </Button>
          </li>
        ))}
      </ul>
      {(found.data?.patients.length ?? 0) > most && <p>{words.more}</p>}
    </div>
  )
}
