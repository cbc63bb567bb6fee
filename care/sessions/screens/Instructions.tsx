import type { Line } from '../../../science/routes/lines.ts'
import type { Protocol } from '../../../science/routes/protocol.ts'
import type { Day } from '../../../science/time.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { SourcedLines } from '../../../web/controls/SourcedLines.tsx'
import { useParam } from '../../../web/params.ts'
import { showDate } from '../../../web/time.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { factValue } from '../session.ts'
import './sheet.css'
import { useSession } from './use-session.ts'

const words = roomWords.leaflet
const parts = ['before', 'after', 'getHelp'] as const satisfies readonly (keyof Protocol['instructions'])[]

/** What a patient takes home: what to do before and after, when to get help, whom to call. Made on this device. */
export const Instructions = () => {
  const id = useParam('sessionId')
  const { read, here } = useSession(id)
  if (read.error && !here) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
  if (!here) return <Skeleton title lines={8} />
  const { protocol, answer, session } = here
  const { clinic, row, today } = answer
  const escort = factValue(session, 'escort')
  const lines = parts.flatMap((part) => protocol.instructions[part])
  return (
    <div className="stack leaflet" data-gap="wide">
      <PageTitle title={protocol.title} over={words.forWhom(row.patientName)}>
        <span className="row on-screen-only">
          <PrintButton />
          <ButtonLink to={`/sessions/${id}`}>{sessionWords.session}</ButtonLink>
        </span>
      </PageTitle>
      {parts.map((part) => (
        <section key={part} className="stack" data-gap="tight">
          <h2>{words.parts[part]}</h2>
          <ul>
            {protocol.instructions[part].map((line) => (
              <Said key={line.id} line={line} today={today} />
            ))}
          </ul>
        </section>
      ))}
      {escort && <p>{words.ride(escort.name)}</p>}
      <p>
        <strong>{words.phone(clinic.name, clinic.phone)}</strong>
      </p>
      <details className="on-screen-only">
        <summary>{words.sources}</summary>
        <SourcedLines lines={lines} today={today} />
      </details>
    </div>
  )
}

const Said = ({ line: { says, reviewBy }, today }: { line: Line; today: Day }) => (
  <li>
    {says}
    {reviewBy < today && <span className="soft"> {words.stale(showDate(reviewBy))}</span>}
  </li>
)
