import { Link } from '@tanstack/react-router'
import { recipientName } from '../../../clinic/releases/release.ts'
import { State } from '../../../web/controls/State.tsx'
import { showDate, showDay } from '../../../web/time.ts'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import type { LetterLine } from '../queries.ts'

/** To whom a letter goes. */
export const toWhom = ({ kind, recipientName: name, organisation }: LetterLine): string =>
  kind === 'patient' ? words.kinds.patient : recipientName({ name, organisation })

/** How far a letter is: a draft, signed, changed since, gone out. */
export const LetterState = ({ letter, timeZone }: { letter: LetterLine; timeZone: string }) => {
  const { version, signedVersion, signedAt, signedBy, sentOn, aside } = letter
  if (aside) return <State signal="held">{words.states.aside(aside.by, showDay(aside.at, timeZone))}</State>
  if (signedVersion === null) return <State signal="held">{words.states.draft}</State>
  if (signedVersion < version) return <State signal="held">{words.states.again(signedVersion)}</State>
  if (sentOn !== null) return <State>{words.states.sent(showDate(sentOn))}</State>
  return <State signal="attention">{words.states.signed(signedBy ?? '', showDay(signedAt ?? '', timeZone))}</State>
}

export const LetterList = ({
  patientId,
  letters,
  timeZone,
}: {
  patientId: string
  letters: readonly LetterLine[]
  timeZone: string
}) => (
  <ul className="letter-list">
    {letters.map((letter) => (
      <li key={letter.id}>
        <Link to={`/patients/${patientId}/letters/${letter.id}`}>
          {letter.kind === 'patient' ? words.pageTitles.patient : words.lineTo(toWhom(letter))}
        </Link>
        <LetterState letter={letter} timeZone={timeZone} />
        <span className="soft">{words.begun(letter.startedBy, showDay(letter.startedAt, timeZone))}</span>
      </li>
    ))}
  </ul>
)
