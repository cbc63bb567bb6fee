import { useState } from 'react'
import type { SignedDefinition } from '../../../clinic/accounts/settings/queries.ts'
import { type Defined, type DefinitionRow, definitionRows } from '../../../science/instruments/definitions.ts'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { useToday } from '../../../web/today.ts'
import { controlWords } from '../../../web/words/en/controls.ts'
import { outcomeWords } from '../../../web/words/en/outcomes.ts'
import { ChosenRow, type DefinitionsShown } from '../definitions.ts'

const words = outcomeWords.define
const path = '/api/outcomes/definitions'

/** By which rows this clinic reads outcomes, who signed for it and why; a prescriber chooses another. */
export const Definitions = () => {
  const { data, error, refetch } = useRead<DefinitionsShown>(path)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      {data.defines.map((defines) => (
        <OfOne
          key={defines}
          defines={defines}
          signed={data.signed.filter((one) => one.defines === defines)}
          mark={data.marks[defines]}
          anew={refetch}
        />
      ))}
    </div>
  )
}

type Of = {
  defines: Defined
  signed: readonly SignedDefinition[]
  mark: string | undefined
  anew: () => Promise<unknown>
}

const OfOne = ({ defines, signed, mark, anew }: Of) => {
  const { rows } = definitionRows[defines]
  const timeZone = useTimeZone()
  const today = useToday()
  const maySign = useMay('plans.sign')
  const [holds, ...earlier] = signed
  const row = holds ? rows.find(({ id }) => id === holds.row) : rows[0]
  const signature = (one: SignedDefinition) => words.signed(one.row, one.signedAs, showMoment(one.signedAt, timeZone))
  return (
    <section className="stack" aria-label={words.what[defines]}>
      <h2>{words.what[defines]}</h2>
      {row && (
        <div>
          <p>{row.says}</p>
          <SourceLine finding={{ ...row, stale: row.reviewBy < today }} />
        </div>
      )}
      {holds ? (
        <>
          <blockquote>{holds.why}</blockquote>
          <p className="soft">{signature(holds)}</p>
        </>
      ) : (
        <p className="soft">{rows.length > 1 ? words.nobody : words.only}</p>
      )}
      {earlier.length > 0 && (
        <details className="quiet-details">
          <summary>{outcomeWords.earlier}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.signedAt}>
                {one.why} <span className="soft">{signature(one)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {maySign && rows.length > 1 && <Choosing defines={defines} rows={rows} mark={mark} anew={anew} />}
    </section>
  )
}

const Choosing = ({ defines, rows, mark, anew }: Omit<Of, 'signed'> & { rows: readonly DefinitionRow[] }) => {
  const [open, setOpen] = useState(false)
  const what = words.what[defines]
  return (
    <div>
      <Button kind="quiet" label={words.chooseLabel(what)} onPress={() => setOpen(true)}>
        {words.choose}
      </Button>
      <Dialog title={what} open={open} onClose={() => setOpen(false)}>
        <Form
          id={`outcomes.definition.${defines}`}
          schema={ChosenRow}
          from={mark}
          save={outcomeWords.sign}
          onSave={async (typed, { from: seen, sentId: id }) => {
            await api.post(path, { id, defines, ...typed, seen })
            await anew()
            setOpen(false)
          }}
        >
          <Choice
            name="row"
            label={words.row}
            options={rows.map(({ id, says, source }) => ({
              value: id,
              label: `${id}. ${says}`,
              hint: words.source(source.label, controlWords.sourceStatus[source.status] ?? source.status),
            }))}
          />
          <TextArea name="why" label={words.why} rows={2} />
          <Field name="signedAs" label={outcomeWords.signName} autoComplete="name" capitals="words" />
        </Form>
      </Dialog>
    </div>
  )
}
