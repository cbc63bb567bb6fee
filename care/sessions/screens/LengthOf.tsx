import { State } from '../../../web/controls/State.tsx'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { Length } from '../length.ts'

const words = sessionWords.book

/** How long a session of this route is booked and why; said plainly when somebody books less. */
export const LengthOf = ({
  length: { parts, minutes: usual, ownMinutes },
  minutes,
}: {
  length: Length
  minutes: number | undefined
}) => {
  const least = parts.reduce((sum, part) => sum + part.minutes, 0)
  return (
    <div className="stack" data-gap="tight">
      <p className="soft">{words.length(usual, ownMinutes !== undefined)}</p>
      {minutes !== undefined && minutes < least && <State signal="attention">{words.shorter(least)}</State>}
      <details>
        <summary>{words.lengthParts}</summary>
        <ul>
          {parts.map(({ says, minutes: each, source }) => (
            <li key={says}>{words.lengthPart(says, each, source.label)}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
