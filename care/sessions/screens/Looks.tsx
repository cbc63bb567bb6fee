import { CrisisSymptom } from '../../../science/routes/vitals.ts'
import { moaas } from '../../../science/scales/moaas.ts'
import { Check } from '../../../web/controls/Check.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { dissociationLevels, nauseaLevels, type Vitals } from '../vitals.ts'
import { Taps } from './Quick.tsx'

const words = sessionWords.vitals
type Shown = { set: Partial<Vitals>; change: (more: Partial<Vitals>) => void }
type Reached = { justReached?: () => boolean; onLeft?: () => void }

/** What is seen and asked rather than measured: one tap each, in a new set and in a correction. */
export const LooksTaps = ({ set, change, justReached, onLeft }: Shown & Reached) => (
  <>
    <Taps
      label={words.moaas}
      options={moaas.levels.map(({ value, name }) => ({ value, label: String(value), hint: name }))}
      value={set.moaas}
      onChange={(value) => change({ moaas: value })}
      justReached={justReached}
      onLeft={onLeft}
    />
    <div className="looks">
      <Taps
        label={words.dissociation}
        options={dissociationLevels.map((value) => ({ value, label: words.dissociationLevels[value] }))}
        value={set.dissociation}
        onChange={(value) => change({ dissociation: value })}
      />
      <Taps
        label={words.nausea}
        options={nauseaLevels.map((value) => ({ value, label: words.nauseaLevels[value] }))}
        value={set.nausea}
        onChange={(value) => change({ nausea: value })}
      />
    </div>
  </>
)

export const CrisisFields = ({ set, change }: Shown) => (
  <>
    <Taps
      label={words.irregular}
      options={[
        { value: true, label: words.yes },
        { value: false, label: words.no },
      ]}
      value={set.newIrregularPulse}
      onChange={(value) => change({ newIrregularPulse: value })}
    />
    <Crisis value={set.crisisSymptoms} onChange={(value) => change({ crisisSymptoms: value })} />
    <TextArea name="words" label={words.words} value={set.words} onChange={(value) => change({ words: value })} />
  </>
)

/** "None of these" is an answer; leaving the list alone is not. */
const Crisis = ({
  value,
  onChange,
}: {
  value: Vitals['crisisSymptoms']
  onChange: (value: Vitals['crisisSymptoms']) => void
}) => (
  <fieldset className="taps">
    <legend>{words.crisis}</legend>
    <div className="stack" data-gap="tight">
      {CrisisSymptom.options.map((symptom) => (
        <Check
          key={symptom}
          name={symptom}
          label={symptom}
          value={value?.includes(symptom) ? true : undefined}
          onChange={(on) => {
            const others = (value ?? []).filter((one) => one !== symptom)
            const next = on ? [...others, symptom] : others
            onChange(next.length > 0 ? next : undefined)
          }}
        />
      ))}
      <Check
        name="none"
        label={words.crisisNone}
        value={value?.length === 0 ? true : undefined}
        onChange={(on) => onChange(on ? [] : undefined)}
      />
    </div>
  </fieldset>
)
