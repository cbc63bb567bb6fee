import { useState } from 'react'
import { Button } from '../../../../web/controls/Button.tsx'
import { showTime } from '../../../../web/time.ts'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { sides } from '../../dose.ts'
import { LinePlaced, lineGauges, lineSites } from '../../line.ts'
import { Taps } from '../Quick.tsx'
import type { Here } from '../use-session.ts'

export type LineTyped = {
  site?: (typeof lineSites)[number] | undefined
  side?: (typeof sides)[number] | undefined
  gauge?: (typeof lineGauges)[number] | undefined
}

/** Every line that is in, each with its removal, and the form for a new one where there is none. */
export const Lines = ({ here }: { here: Here }) => {
  const placed = here.session.lines.filter(({ removedAt }) => removedAt === undefined)
  const [another, setAnother] = useState(false)
  return (
    <section className="stack" aria-labelledby="line-title">
      <h2 id="line-title">{words.line}</h2>
      {placed.map(({ entry }) => (
        <div key={entry.id} className="row">
          <span>
            {words.lineIn(words.sides[entry.data.side], words.lineSites[entry.data.site], entry.data.gauge)}{' '}
            <span className="soft">{words.since(showTime(entry.happenedAt, here.timeZone))}</span>
          </span>
          <Button kind="quiet" onPress={() => here.write('line removed', { lineId: entry.id })}>
            {words.removeLine}
          </Button>
        </div>
      ))}
      {placed.length === 0 || another ? (
        <PlaceLine here={here} onDone={() => setAnother(false)} />
      ) : (
        <div>
          <Button kind="plain" onPress={() => setAnother(true)}>
            {words.anotherLine}
          </Button>
        </div>
      )}
    </section>
  )
}

const PlaceLine = ({ here, onDone }: { here: Here; onDone: () => void }) => {
  const [typed, setTyped] = useState<LineTyped>({})
  const [wrong, setWrong] = useState<string>()
  const change = (more: LineTyped) => setTyped({ ...typed, ...more })
  const save = async () => {
    const parsed = LinePlaced.safeParse(typed)
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message)
    setWrong(undefined)
    await here.write('line placed', parsed.data)
    onDone()
  }
  return (
    <div className="stack">
      <LineTaps typed={typed} change={change} />
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <div>
        <Button kind="quiet" onPress={save}>
          {words.placeLine}
        </Button>
      </div>
    </div>
  )
}

/** Where a line is, which side, how wide. */
export const LineTaps = ({ typed, change }: { typed: LineTyped; change: (more: LineTyped) => void }) => (
  <>
    <Taps
      label={words.lineSite}
      options={lineSites.map((value) => ({ value, label: words.lineSites[value] }))}
      value={typed.site}
      onChange={(site) => change({ site })}
    />
    <Taps
      label={words.side}
      options={sides.map((value) => ({ value, label: words.sides[value] }))}
      value={typed.side}
      onChange={(side) => change({ side })}
    />
    <Taps
      label={words.gauge}
      options={lineGauges.map((value) => ({ value, label: String(value) }))}
      value={typed.gauge}
      onChange={(gauge) => change({ gauge })}
    />
  </>
)
