import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { NotRead } from '../../../web/controls/NotRead.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { ToBook as Line } from '../to-book.ts'
import './day.css'

const words = sessionWords.toBook

/** Whose plan has a next session that nobody has booked, and what is in the way. Nothing where everybody is booked. */
export const ToBook = () => {
  const may = useMay('sessions.book')
  const { data, error } = useRead<{ toBook: Line[]; more: number; today: string }>(
    may ? '/api/sessions/to-book' : undefined,
  )
  if (!data) return <NotRead what={words.title} error={error} />
  if (data.toBook.length === 0) return null
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.title}</h2>
      <p className="soft">{words.help}</p>
      <ul className="to-book">
        {data.toBook.map((line) => (
          <Row key={line.patientId} line={line} today={data.today} />
        ))}
      </ul>
      {data.more > 0 && <p className="soft">{words.more(data.more)}</p>}
    </section>
  )
}

const Row = ({ line, today }: { line: Line; today: string }) => {
  const mayChart = useMay('chart.read')
  const { patientId, name, next, planned, window, leftOpen, awaits, held } = line
  const when = window ? words.between(showDate(window.from), showDate(window.to)) : words.first
  return (
    <li>
      <p className="day-name">
        {mayChart ? (
          <Link to={`/patients/${patientId}` as never}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )}
      </p>
      <div className="day-state">
        <span className="soft">
          {words.next(next, planned)}, {when}
        </span>
        {window && window.to < today && <State signal="attention">{words.past(showDate(window.to))}</State>}
        {leftOpen && <State signal="attention">{words.leftOpen(showDate(leftOpen.bookedOn))}</State>}
        {awaits && <State signal="held">{words.awaits[awaits]}</State>}
        {held.map((what) => (
          <State key={what} signal="held">
            {words.held(what)}
          </State>
        ))}
      </div>
      {leftOpen ? (
        <ButtonLink to={`/?day=${leftOpen.bookedOn}`} kind="plain">
          {words.open(showDate(leftOpen.bookedOn))}
        </ButtonLink>
      ) : (
        held.length === 0 &&
        !awaits && (
          <ButtonLink to="/sessions/book" search={{ patient: patientId }} kind="plain" label={words.bookFor(name)}>
            {words.book}
          </ButtonLink>
        )
      )}
    </li>
  )
}
