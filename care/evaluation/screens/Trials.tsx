import { current } from '../../../clinic/records/fact.ts'
import { minimums } from '../../../science/trials/minimums.ts'
import {
  countTrials,
  fulfils,
  stopReasons,
  type Trial,
  trialKinds,
  trialResults,
} from '../../../science/trials/trial.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { TriState } from '../../../web/controls/TriState.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { trialLine } from '../payer-text.ts'
import type { EvaluationAnswer } from '../read.ts'
import { EntryList } from './EntryList.tsx'
import { PayerText } from './PayerText.tsx'

const words = evaluationWords.trials
const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: labels[value] }))

/** The fields of one trial, tied to a form that keeps them under `content`. */
export const trialFields = (
  <>
    <Field name="content.medicine" label={words.medicine} />
    <Choice name="content.what" label={words.what} options={options(trialKinds, words.kinds)} across />
    <NumberField name="content.mgPerDay" label={words.mgPerDay} unit="mg" decimals />
    <NumberField name="content.leastMgPerDay" label={words.leastMgPerDay} hint={words.leastHint} unit="mg" decimals />
    <NumberField name="content.weeks" label={words.weeks} decimals />
    <Select name="content.result" label={words.result} options={options(trialResults, words.results)} />
    <Select name="content.stopped" label={words.stopped} options={options(stopReasons, words.reasons)} />
    <TriState name="content.inEpisode" label={words.inEpisode} />
    <TextArea name="content.note" label={evaluationWords.entries.note} rows={2} />
  </>
)

/** What has been tried, what of it counts as an adequate trial without enough response, and the text a payer asks for. */
export const Trials = ({
  data,
  evaluationId,
  patientId,
}: {
  data: EvaluationAnswer
  evaluationId: string
  patientId: string
}) => {
  const trials = current(data.entries.trial)
  const timeZone = useTimeZone()
  const looked = current(data.entries.pdmp)
    .map(({ queriedOn }) => queriedOn)
    .toSorted()
    .at(-1)
  const phq9 = data.responses.find(({ instrument }) => instrument === 'phq-9')
  return (
    <>
      <p className="soft">{words.lead}</p>
      <EntryList
        kind="trial"
        entries={data.entries.trial}
        {...{ patientId, evaluationId, fields: trialFields }}
        none={words.none}
        add={words.add}
        line={(trial) => ({ words: trial.medicine, more: trialLine(trial) })}
      />
      <Asked trials={trials} />
      <PayerText
        patientId={patientId}
        recorded={{
          trials,
          problems: current(data.problems.facts),
          phq9: phq9 && { ...phq9, on: showMoment(phq9.answeredAt, timeZone) },
          looked: looked && showDate(looked),
        }}
      />
    </>
  )
}

const signals = { met: 'none', 'not met': 'none', unknown: 'held' } as const

const Asked = ({ trials }: { trials: readonly Trial[] }) => (
  <section className="stack" data-gap="tight">
    <h3>{words.asked}</h3>
    <p className="soft">{words.askedLead}</p>
    <Table
      caption={words.asked}
      keyOf={({ id }) => id}
      rows={minimums}
      columns={[
        {
          title: words.minimum,
          show: (minimum) => (
            <>
              <p>{minimum.says}</p>
              {minimum.also && <p className="soft">{words.also(minimum.also)}</p>}
              <SourceLine finding={{ ...minimum, answer: 'unknown' }} />
            </>
          ),
        },
        {
          title: words.count,
          show: ({ weeks }) => {
            const { least, most } = countTrials(trials, weeks)
            return words.counted(least, most)
          },
        },
        {
          title: words.fulfilled,
          show: (minimum) => {
            const answer = fulfils(trials, minimum)
            return <State signal={signals[answer]}>{words.answers[answer]}</State>
          },
        },
      ]}
    />
  </section>
)
