import { showDate, showMoment } from '../../../web/time.ts'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import type { Sending } from '../queries.ts'

/** Each time somebody said that it went out. */
export const Sendings = ({ sendings, timeZone }: { sendings: readonly Sending[]; timeZone: string }) =>
  sendings.length === 0 ? null : (
    <section className="stack" data-gap="tight">
      <h2>{words.sendings}</h2>
      {sendings.map(({ id, how, sentOn, reach, words: said, version, by, at }) => (
        <p key={id}>
          {words.sentLine(words.hows[how], showDate(sentOn), version)} {[reach, said].filter(Boolean).join('. ')}{' '}
          <span className="soft">{words.recorded(by, showMoment(at, timeZone))}</span>
        </p>
      ))}
    </section>
  )
