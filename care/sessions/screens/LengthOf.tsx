import { SourcedLines } from '../../../web/controls/SourcedLines.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useToday } from '../../../web/today.ts'
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
  const today = useToday()
  const least = parts.reduce((sum, part) => sum + part.minutes, 0)
  return (
    <div className="stack" data-gap="tight">
      <p className="soft">{words.length(usual, ownMinutes !== undefined)}</p>
      {minutes !== undefined && minutes < least && <State signal="attention">{words.shorter(least)}</State>}
      <details>
        <summary>{words.lengthParts}</summary>
        <SourcedLines
          lines={parts.map((part) => ({ ...part, id: part.says, says: words.lengthPart(part.says, part.minutes) }))}
          today={today}
        />
      </details>
    </div>
  )
}
