import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDate, showDay } from '../../../web/time.ts'
import { questionnaireScreenWords as words } from '../../../web/words/en/questionnaires.ts'
import type { Listed } from '../shown.ts'
import { BringWords } from './BringWords.tsx'
import './Questionnaires.css'

const path = '/api/questionnaires'
export type AllListed = { questionnaires: Listed[] }

/** Every questionnaire, whose words it is in, and where a clinic with a licence brings its own. */
export const Questionnaires = () => {
  const { data, error, refetch } = useRead<AllListed>(path)
  const queries = useQueryClient()
  const changed = (all: AllListed) => queries.setQueryData([path], all)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  return (
    <>
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <div className="stack" data-gap="wide">
        {([false, true] as const).map((here) => (
          <section key={String(here)} className="stack">
            <h2>{here ? words.wordsHere.shipped : words.numbersOnly}</h2>
            <Table
              caption={here ? words.wordsHere.shipped : words.numbersOnly}
              rows={data.questionnaires.filter((one) => (one.words === 'shipped') === here)}
              keyOf={({ id }) => id}
              columns={[
                { title: words.name, show: ({ title }) => title },
                { title: words.licence, show: (one) => <Licence one={one} /> },
                ...(here
                  ? [{ title: words.spanish, show: (one: Listed) => <Spanish one={one} changed={changed} /> }]
                  : [{ title: words.wordsTitle, show: (one: Listed) => <Words one={one} changed={changed} /> }]),
              ]}
            />
          </section>
        ))}
      </div>
    </>
  )
}

const Licence = ({ one: { licence, notValidated } }: { one: Listed }) => (
  <span className="stack" data-gap="tight">
    <span>
      {words.status[licence.status as keyof typeof words.status]}
      {notValidated && `, ${words.notValidated}`}
    </span>
    <span className="soft">{licence.sentence}</span>
  </span>
)

const Words = ({ one, changed }: { one: Listed; changed: (all: AllListed) => void }) => {
  const timeZone = useTimeZone()
  const { signed } = one
  return (
    <span className="stack" data-gap="tight">
      <span>{words.wordsHere[one.words]}</span>
      {signed && <span className="soft">{words.signedBy(signed.by, showDay(signed.at, timeZone))}</span>}
      {signed?.until && <span className="soft">{words.until(showDate(signed.until))}</span>}
      {signed && one.words === 'none' && <State signal="attention">{words.expired}</State>}
      {one.spanish && (
        <span className="soft">{words.alsoSpanish(one.spanish.by, showDay(one.spanish.at, timeZone))}</span>
      )}
      <BringWords one={one} language="en" changed={changed} />
      {(signed || one.spanish) && <Withdraw one={one} changed={changed} />}
    </span>
  )
}

/** An official translation that the clinic brings; of a licensed one it comes with the rest of the words. */
const Spanish = ({ one, changed }: { one: Listed; changed: (all: AllListed) => void }) => {
  const timeZone = useTimeZone()
  const { spanish, spanishWords, by } = one
  if (by !== 'patient') return <span className="soft">{words.notAsked}</span>
  return (
    <span className="stack" data-gap="tight">
      <span>{words.spanishHere[spanishWords]}</span>
      {spanish && <span className="soft">{words.signedBy(spanish.by, showDay(spanish.at, timeZone))}</span>}
      {spanish && spanishWords !== 'clinic' && <State signal="attention">{words.expired}</State>}
      <BringWords one={one} language="es" changed={changed} />
      {spanish && <Withdraw one={one} changed={changed} />}
    </span>
  )
}

const Reason = z.object({ reason: z.string().trim().min(1) })

const Withdraw = ({ one: { id, title }, changed }: { one: Listed; changed: (all: AllListed) => void }) => {
  const [open, setOpen] = useState(false)
  return (
    <span>
      <Button kind="plain" label={words.withdrawTitle(title)} onPress={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <Dialog title={words.withdrawTitle(title)} open={open} onClose={() => setOpen(false)}>
        <p>{words.withdrawHelp}</p>
        <Form
          id={`questionnaire.withdraw.${id}`}
          schema={Reason}
          save={words.withdraw}
          onSave={async ({ reason }, { sentId }) => {
            changed(await api.post<AllListed>(`${path}/${id}/withdraw`, { id: sentId, reason }))
            setOpen(false)
          }}
        >
          <TextArea name="reason" label={words.reason} rows={2} />
        </Form>
      </Dialog>
    </span>
  )
}
