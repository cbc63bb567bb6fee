import { NumberField } from '../../../web/controls/NumberField.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { showTime } from '../../../web/time.ts'
import { givingWords } from '../../../web/words/en/giving.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { Entry } from '../log.ts'
import { readingNames, type Vitals } from '../vitals.ts'
import { GivenFields } from './giving/GivenFields.tsx'
import { LineTaps, type LineTyped } from './giving/Lines.tsx'
import { CrisisFields, LooksTaps } from './Looks.tsx'
import { NotTakenFields } from './NotTaken.tsx'
import { verdictOn } from './quick-number.ts'
import { EffectFields, type EffectTyped } from './SideEffects.tsx'
import type { Here } from './use-session.ts'

type Data = Record<string, unknown>
type Shown = { here: Here; entry: Entry; data: Data; change: (more: Data) => void }

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** All that an entry says, to be written anew; facts are entered again instead, and an arrival is only a time. */
export const CorrectFields = ({ here, entry, data, change }: Shown) => {
  if (entry.kind === 'vitals') return <VitalsFields set={data} change={change} />
  if (entry.kind === 'dose' || entry.kind === 'infusion changed' || entry.kind === 'lozenge ended')
    return <GivenFields entry={entry} data={data} change={change} />
  if (entry.kind === 'line placed') return <LineTaps typed={data as LineTyped} change={change} />
  if (entry.kind === 'line removed') return <WhichLine here={here} data={data} change={change} />
  if (entry.kind === 'side effect') return <EffectFields typed={data as EffectTyped} change={change} />
  const field = entry.kind === 'remark' ? 'words' : entry.kind === 'side effect ended' ? 'action' : undefined
  if (!field) return null
  return (
    <TextArea
      name={field}
      label={field === 'words' ? sessionWords.remark.words : sessionWords.effect.action}
      value={text(data[field])}
      onChange={(said) => change({ [field]: said })}
    />
  )
}

const VitalsFields = ({ set, change }: { set: Partial<Vitals>; change: (more: Data) => void }) => {
  const { readings, units, pain } = sessionWords.vitals
  return (
    <>
      <div className="columns">
        {readingNames.map((name) => (
          <NumberField
            key={name}
            name={name}
            label={readings[name]}
            unit={units[name]}
            value={set[name]}
            onChange={(value) => change({ [name]: value })}
            judge={(value) => verdictOn(name, value)}
          />
        ))}
        <NumberField name="pain" label={pain} value={set.pain} onChange={(value) => change({ pain: value })} />
      </div>
      <LooksTaps set={set} change={change} />
      <NotTakenFields set={set} change={change} />
      <CrisisFields set={set} change={change} />
    </>
  )
}

/** Asked only where more than one line was in. */
const WhichLine = ({ here, data, change }: Omit<Shown, 'entry'>) => {
  const { lines } = here.session
  if (lines.length < 2) return null
  return (
    <Select
      name="line"
      label={givingWords.line}
      options={lines.map(({ entry: { id, data: line, happenedAt } }) => ({
        value: id,
        label: `${givingWords.lineIn(givingWords.sides[line.side], givingWords.lineSites[line.site], line.gauge)}, ${givingWords.since(showTime(happenedAt, here.timeZone))}`,
      }))}
      value={text(data.lineId)}
      onChange={(lineId) => change({ lineId })}
    />
  )
}
