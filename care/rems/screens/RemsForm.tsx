import { useNavigate } from '@tanstack/react-router'
import { lineOf } from '../../../clinic/records/screens/lines.ts'
import { inTheWay, useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam, useSearchValue } from '../../../web/params.ts'
import { showDate } from '../../../web/time.ts'
import { remsWords as words } from '../../../web/words/en/rems.ts'
import { missingIn } from '../filled.ts'
import type { FormAnswer } from './answers.ts'
import { Field } from './Field.tsx'
import { MarkSent } from './MarkSent.tsx'
import './rems.css'
import { Sendings } from './Sendings.tsx'

/** The monitoring form of one session: what the log and the record say, what is missing, and whether it was sent. */
export const RemsForm = () => {
  const patientId = useParam('patientId')
  const id = useParam('sessionId')
  const edition = useSearchValue('form')
  const path = `/api/patients/${patientId}/sessions/${id}/rems`
  const { data, error, refetch } = useRead<FormAnswer>(edition ? `${path}?form=${edition}` : path)
  const mayWrite = useMay('rems.write')
  const timeZone = useTimeZone()
  const navigate = useNavigate()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={10} />
  const { form, fields, sendings } = data
  const missing = missingIn(fields)
  const refresh = () => refetch()
  return (
    <article className="stack" data-gap="wide">
      <PageTitle
        title={words.title}
        over={<bdi>{data.patientName}</bdi>}
        state={
          <State signal={missing.length > 0 ? 'held' : 'none'}>
            {missing.length > 0 ? words.missing(missing.length) : words.complete}
          </State>
        }
      >
        {words.sendsNothing}
      </PageTitle>
      <div className="stack" data-gap="tight">
        <Select
          name="form"
          label={words.edition}
          options={data.forms.map(({ id: value, title }) => ({ value, label: title }))}
          value={form.id}
          onChange={(chosen) => void navigate({ to: '.', search: { form: chosen } as never })}
        />
        <p className="soft">{form.note}</p>
        {form.stale && <State signal="attention">{words.stale(showDate(form.reviewBy))}</State>}
        {sendings.length === 0 && (
          <State signal={data.overdue ? 'attention' : 'none'}>
            {data.overdue ? words.overdueSince(showDate(data.dueOn)) : words.dueBy(showDate(data.dueOn))}
          </State>
        )}
      </div>
      {[...new Set(fields.map(({ block }) => block))].map((block) => (
        <section key={block} className="stack" data-gap="tight">
          <h2>{words.blocks[block]}</h2>
          {block === 'medicines' && <OnRecord medicines={data.medicines} />}
          <dl className="rems-fields">
            {fields
              .filter((field) => field.block === block && field.state !== 'not needed')
              .map((field) => (
                <Field key={field.id} field={field} form={form.id} path={path} mayWrite={mayWrite} onDone={refresh} />
              ))}
          </dl>
        </section>
      ))}
      <Sendings sendings={sendings} timeZone={timeZone} />
      <div className="row no-print">
        {mayWrite && <MarkSent data={data} path={path} missing={missing.length} onDone={refresh} />}
        <ButtonLink to={`/patients/${patientId}/rems`} kind="plain">
          {words.enrolment}
        </ButtonLink>
        <a className="button" data-kind="quiet" href={`${path}.pdf?form=${form.id}`} target="_blank" rel="noreferrer">
          {words.print}
        </a>
      </div>
    </article>
  )
}

/** What somebody wrote down as taken, so that nobody answers against it from memory. The answers stay a person's own. */
const OnRecord = ({ medicines: { is, facts } }: Pick<FormAnswer, 'medicines'>) => (
  <p className="soft">
    {is === 'listed' ? (
      <>
        {words.medicines.listed}{' '}
        {facts.map((fact, at) => (
          <bdi key={fact.id}>
            {at > 0 && '; '}
            {medicineLine(fact)}
          </bdi>
        ))}
      </>
    ) : (
      words.medicines[is]
    )}
  </p>
)

const medicineLine = (fact: FormAnswer['medicines']['facts'][number]): string => {
  const { words: name, more } = lineOf('medicine', fact)
  return [name, ...more].join(', ')
}
