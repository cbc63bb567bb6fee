import { Notice } from '../../../web/controls/Notice.tsx'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import type { Change, LetterKind } from '../letter.ts'

/** What the record says now and did not when this was written. The letter keeps its own words. */
export const ChangedSince = ({
  kind,
  changed,
  signed,
}: {
  kind: LetterKind
  changed: readonly Change[]
  signed: boolean
}) => {
  const headings = kind === 'patient' ? words.patientHeadings : words.headings
  return (
    <Notice signal="attention" title={signed ? words.changedSinceSigned : words.changedSince}>
      {changed.map(({ id, before, now }) => (
        <div key={id} className="stack" data-gap="tight">
          <strong>{headings[id]}</strong>
          {linesOnlyIn(now, before).map((line) => (
            <p key={`now ${line}`}>{words.nowSays(line)}</p>
          ))}
          {linesOnlyIn(before, now).map((line) => (
            <p key={`then ${line}`} className="soft">
              {words.saidThen(line)}
            </p>
          ))}
        </div>
      ))}
    </Notice>
  )
}

const linesOnlyIn = (one: string, other: string): string[] => {
  const there = new Set(other.split('\n'))
  return one.split('\n').filter((line) => line !== '' && !there.has(line))
}
