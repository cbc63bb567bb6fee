import { returnNumbers } from '../../../science/maintenance/return.ts'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { showDay } from '../../../web/time.ts'
import { overTimeWords as words } from '../../../web/words/en/over-time.ts'
import type { LongTerm } from '../long-term.ts'

type Returns = LongTerm['returns']
type Read = Extract<Returns, { is: 'read' }>

/** How long after a dose symptoms came back, with how sure that is; or what is missing. A prompt to look, no interval. */
export const WhenBack = ({
  returns,
  rule,
  timeZone,
}: {
  returns: Returns
  /** The relapse rule, and who chose it. */
  rule: string | undefined
  timeZone: string
}) => (
  <section className="stack">
    <h2>{words.returns}</h2>
    <p className="soft">{words.returnsWhat}</p>
    {returns.is === 'no dose' && <p>{words.noDose}</p>}
    {returns.is === 'no baseline' && <State signal="held">{words.noBaseline}</State>}
    {returns.is === 'read' && (
      <>
        {rule && <p className="soft">{words.backMeans(returns.rule.from, returns.rule.riseFrom, rule)}</p>}
        <Band read={returns} />
        {returns.plan && <p>{words.planned(returns.plan.least, returns.plan.most)}</p>}
        <details className="definitions">
          <summary>{words.eachDose}</summary>
          <Table
            caption={words.eachDose}
            rows={returns.doses}
            keyOf={({ at }) => at}
            columns={[
              { title: words.doseDay, show: ({ at }) => showDay(at, timeZone) },
              { title: words.whatCame, show: saysOf },
            ]}
          />
        </details>
        <SourceLine finding={returnNumbers.fewestDoses} />
      </>
    )}
  </section>
)

const saysOf = (one: Read['doses'][number]): string => {
  if (one.is === 'came back') return words.after[one.is](one.after, one.by)
  return one.is === 'not back' ? words.after[one.is](one.after) : words.after[one.is]
}

const Band = ({ read: { band, plan } }: { read: Read }) => {
  if (band.is === 'not enough') {
    const { doses, returns, notAsked, noResponse, tooSoon } = band.missing
    const why = [
      ...(notAsked > 0 ? [words.missing.notAsked(notAsked)] : []),
      ...(noResponse > 0 ? [words.missing.noResponse(noResponse)] : []),
      ...(tooSoon > 0 ? [words.missing.tooSoon(tooSoon)] : []),
    ]
    return (
      <Notice title={`${words.notEnough}: ${words.stillNeeded(doses, returns)}`}>
        {why.length > 0 && <p>{why.join('; ')}.</p>}
        <p>{words.askWeekly}</p>
      </Notice>
    )
  }
  const { middle, band: wide, doses, returns } = band
  return (
    <>
      <dl className="outcome">
        <div>
          <dt>{words.middle}</dt>
          <dd>
            <strong>{words.days(middle.from, middle.to)}</strong>
            <span className="soft">{words.bandFrom(doses, returns)}</span>
          </dd>
        </div>
        <div>
          <dt>{words.band}</dt>
          <dd>
            <strong>{words.days(wide.from, wide.to)}</strong>
            <span className="soft">{words.bandCovers(wide.percent)}</span>
          </dd>
        </div>
      </dl>
      {plan && wide.from < plan.most && <Notice title={words.review} />}
    </>
  )
}
