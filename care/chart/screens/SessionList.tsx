import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dayIn } from '../../../science/day-in.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import { had } from '../../../web/words/en/given.ts'
import type { SessionOfPatient } from '../../sessions/queries.ts'

const few = 8

/** Sessions, the newest first; the older ones a tap away. */
export const SessionList = ({
  patientId,
  sessions,
  timeZone,
  today,
}: {
  patientId: string
  sessions: readonly SessionOfPatient[]
  timeZone: string
  today: string
}) => {
  const [all, setAll] = useState(false)
  const mayOpen = useMay('sessions.read')
  // A therapist is in no room, and reads what happened there.
  const mayNote = useMay('sessions.note')
  const toOf = ({ id, arrivedAt }: SessionOfPatient): string | undefined =>
    mayOpen ? `/sessions/${id}` : mayNote && arrivedAt ? `/patients/${patientId}/sessions/${id}/note` : undefined
  if (sessions.length === 0) return <Empty title={words.noSessions} />
  const shown = all ? sessions : sessions.slice(0, few)
  return (
    <>
      <Table
        caption={words.sessions}
        rows={shown}
        keyOf={({ id }) => id}
        columns={[
          {
            title: words.when,
            show: (session) => {
              const [to, when] = [toOf(session), showMoment(session.bookedFor, timeZone)]
              return to ? <Link to={to as never}>{when}</Link> : when
            },
          },
          {
            title: words.dose,
            show: ({ doseMg, receivedMg, route, endedAs }) =>
              doseMg === null ? (
                <span className="soft">{endedAs === null ? words.noneOnRecord : words.noDose}</span>
              ) : (
                had(doseMg, route, receivedMg)
              ),
          },
          { title: words.ended, show: (session) => ended(session, timeZone, today) },
        ]}
      />
      {sessions.length > shown.length && (
        <p>
          <Button kind="plain" onPress={() => setAll(true)}>
            {words.allSessions(sessions.length)}
          </Button>
        </p>
      )}
    </>
  )
}

const ended = ({ endedAs, arrivedAt, bookedFor }: SessionOfPatient, timeZone: string, today: string): string => {
  if (endedAs) return words.endedAs[endedAs]
  if (arrivedAt) return words.today
  return dayIn(timeZone, bookedFor) < today ? words.nothingOnRecord : words.booked
}
