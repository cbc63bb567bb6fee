import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import type { SessionOfPatient } from '../../sessions/queries.ts'

const few = 8

/** Sessions, the newest first; the older ones a tap away. */
export const SessionList = ({ sessions, timeZone }: { sessions: readonly SessionOfPatient[]; timeZone: string }) => {
  const [all, setAll] = useState(false)
  const mayOpen = useMay('sessions.read')
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
            show: ({ id, bookedFor }) =>
              mayOpen ? (
                <Link to={`/sessions/${id}` as never}>{showMoment(bookedFor, timeZone)}</Link>
              ) : (
                showMoment(bookedFor, timeZone)
              ),
          },
          {
            title: words.dose,
            show: ({ doseMg, route }) =>
              doseMg === null ? (
                <span className="soft">{words.noDose}</span>
              ) : (
                <span>
                  {doseMg} <span className="unit">mg</span>
                  {words.nominal[route] && <span className="soft"> {words.nominal[route]}</span>}
                </span>
              ),
          },
          { title: words.ended, show: ended },
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

const ended = ({ endedAs, arrivedAt }: SessionOfPatient): string => {
  if (endedAs) return words.endedAs[endedAs]
  return arrivedAt ? words.today : words.booked
}
