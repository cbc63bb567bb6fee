import { State } from '../../../web/controls/State.tsx'
import { showDate, showMoment } from '../../../web/time.ts'
import { remsWords as words } from '../../../web/words/en/rems.ts'
import type { Sending } from '../sending.ts'

/** Each time somebody said that the form was sent. */
export const Sendings = ({ sendings, timeZone }: { sendings: readonly Sending[]; timeZone: string }) =>
  sendings.length === 0 ? null : (
    <section className="stack" data-gap="tight">
      <h2>{words.sendings}</h2>
      {sendings.map(({ id, by, at, how, sentOn, confirmation, words: said, missing }) => (
        <div key={id}>
          <p>
            {words.sentLine(by, showDate(sentOn), words.ways[how])} {confirmation}
          </p>
          {missing.length > 0 && <State signal="attention">{words.sentMissing(missing.length)}</State>}
          <p className="soft">
            {said} {showMoment(at, timeZone)}
          </p>
        </div>
      ))}
    </section>
  )
