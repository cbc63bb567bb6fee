import { useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { type TestName, testNames, testOf } from '../../../science/tests/tests.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { showDate } from '../../../web/time.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { type EntryOf, PdmpTyped } from '../entry.ts'
import type { EvaluationAnswer } from '../read.ts'
import { resultWords } from '../results.ts'
import { EntryList } from './EntryList.tsx'

const words = evaluationWords.results
const tests = testNames.map((value) => ({ value, label: testOf(value).name }))
const note = <TextArea name="content.note" label={evaluationWords.entries.note} rows={2} />

/** The field that the chosen test needs: a number in its unit with the laboratory’s range, or one of its words. */
const Value = () => {
  const { content } = useFormValues<{ content: { test?: TestName } }>()
  useAnewForEachTest(content?.test)
  if (!content?.test) return null
  const of = testOf(content.test)
  if (of.words) {
    const options = of.words.map((value) => ({ value, label: value }))
    return <Choice key={content.test} name="content.word" label={words.words} options={options} across />
  }
  return (
    <>
      <NumberField name="content.value" label={words.value} unit={of.unit} decimals />
      <NumberField name="content.lowest" label={words.lowest} hint={words.rangeHint} unit={of.unit} decimals />
      <NumberField name="content.highest" label={words.highest} unit={of.unit} decimals />
    </>
  )
}

/** What was typed for one test is not kept for another. */
const useAnewForEachTest = (test: TestName | undefined) => {
  const { setValue } = useFormContext()
  const before = useRef(test)
  useEffect(() => {
    if (before.current && before.current !== test) {
      for (const name of ['value', 'word', 'lowest', 'highest']) setValue(`content.${name}`, null)
    }
    before.current = test
  }, [test, setValue])
}

const resultFields = (
  <>
    <Select name="content.test" label={words.test} options={tests} />
    <Value />
    <DateField name="content.takenOn" label={words.takenOn} />
    {note}
  </>
)

const pdmpFields = (
  <>
    <DateField name="content.queriedOn" label={words.queriedOn} />
    <Field name="content.programme" label={words.programme} />
    <Choice
      name="content.found"
      label={words.found}
      options={PdmpTyped.shape.found.options.map((value) => ({ value, label: value }))}
    />
    {note}
  </>
)

const moreOf = ({ test, value, lowest, highest, note }: EntryOf<'result'>): string => {
  const of = testOf(test)
  if (of.words || value === null) return note
  const outside =
    highest !== null && value > highest ? words.above : lowest !== null && value < lowest ? words.below : ''
  return [outside, words.range(lowest, highest, of.unit), note].filter(Boolean).join(' · ')
}

/** Results of the laboratory, ECG, urine and pregnancy tests with unit and range, and looks into the PDMP. */
export const Results = ({
  data,
  evaluationId,
  patientId,
}: {
  data: EvaluationAnswer
  evaluationId: string
  patientId: string
}) => (
  <>
    <p className="soft">{words.lead}</p>
    <EntryList
      kind="result"
      entries={data.entries.result}
      {...{ patientId, evaluationId }}
      fields={resultFields}
      none={words.none}
      add={words.add}
      line={(result) => ({ words: resultWords(result, showDate), more: moreOf(result) })}
    />
    <h3>{words.pdmp}</h3>
    <EntryList
      kind="pdmp"
      entries={data.entries.pdmp}
      {...{ patientId, evaluationId }}
      fields={pdmpFields}
      none={words.pdmpNone}
      add={words.pdmpAdd}
      line={({ queriedOn, found, programme, note }) => ({
        words: `${showDate(queriedOn)}: ${found}`,
        more: [programme, note].filter(Boolean).join(' · '),
      })}
    />
  </>
)
