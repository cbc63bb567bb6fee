import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { withStaleness } from '../../../science/decide.ts'
import type { Limit, LimitKey } from '../../../science/routes/limits.ts'
import type { Day } from '../../../science/time.ts'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { RouteChoice } from '../../../web/controls/RouteChoice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { useToday } from '../../../web/today.ts'
import { useTreatmentRoute } from '../../../web/treatment-route.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { controlWords } from '../../../web/words/en/controls.ts'
import { ClinicLimits, limitsOf, rangeOf, Signature, type SignedLimits } from '../settings/limits.ts'
import type { StoredClinic } from '../settings/queries.ts'
import type { Marks } from '../settings/seen.ts'

const words = accountWords.limits
const path = '/api/clinic'

const beforeTheDose: readonly LimitKey[] = [
  'preDoseSystolicAbove',
  'preDoseDiastolicAbove',
  'noStartSystolicFrom',
  'noStartDiastolicFrom',
  'foodFreeMinutes',
  'drinkFreeMinutes',
  'nasalSprayFreeMinutes',
  'baselineWithinMinutes',
]
const isRelease = (key: LimitKey) => key.startsWith('release') || key === 'minimumStayMinutes'
const inGroups = (limits: readonly (readonly [LimitKey, Limit])[]) => [
  { title: words.before, limits: limits.filter(([key]) => beforeTheDose.includes(key)) },
  { title: words.during, limits: limits.filter(([key]) => !beforeTheDose.includes(key) && !isRelease(key)) },
  { title: words.release, limits: limits.filter(([key]) => isRelease(key)) },
]

/** The numbers of the protocol with their sources, and beside each the clinic's own where it wants more caution. */
export const Limits = () => {
  const { data, error, refetch } = useRead<{
    policy: Pick<StoredClinic['policy'], 'limits' | 'limitsSigned'>
    marks: Marks
  }>(path)
  const timeZone = useTimeZone()
  const route = useTreatmentRoute()
  const today = useToday()
  const [saved, setSaved] = useState<string>()
  const queries = useQueryClient()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <>
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <RouteChoice />
      <Form
        // Nobody signs twice with one name: once it is saved, why and the name are asked anew.
        key={`${route} ${data.policy.limitsSigned?.[route]?.signedAt ?? ''}`}
        id={`clinic.limits.${route}`}
        schema={z.object({ limits: z.preprocess((value) => value ?? {}, ClinicLimits(route)), ...Signature })}
        start={{ limits: data.policy.limits?.[route] ?? {} }}
        from={data.marks.limits}
        save={words.save}
        onSave={async ({ limits, why, signedAs }, { from: seen }) => {
          queries.setQueryData([path], await api.post(`${path}/limits`, { route, limits, why, signedAs, seen }))
          setSaved(route)
        }}
      >
        <Holding own={data.policy.limits?.[route]} signed={data.policy.limitsSigned?.[route]} timeZone={timeZone} />
        {inGroups(limitsOf(route)).map(({ title, limits }) => (
          <section className="form" key={title}>
            <h2>{title}</h2>
            {limits.map(([key, limit]) => (
              <NumberField
                key={key}
                name={`limits.${key}`}
                label={limit.says}
                unit={limit.unit}
                hint={hintOf(limit, today)}
              />
            ))}
          </section>
        ))}
        <TextArea name="why" label={words.why} rows={2} />
        <Field name="signedAs" label={words.signName} autoComplete="name" capitals="words" />
        {saved === route && <Notice title={words.saved} live />}
      </Form>
    </>
  )
}

/** How many numbers of this route are the clinic's own, who signed for them, when and why. */
const Holding = ({
  own = {},
  signed,
  timeZone,
}: {
  own?: ClinicLimits | undefined
  signed: SignedLimits | undefined
  timeZone: string
}) => {
  const count = Object.values(own).filter((value) => value !== undefined).length
  return (
    <div className="stack" data-gap="tight">
      <p>{count === 0 ? words.none : words.own(count)}</p>
      {signed && <blockquote>{signed.why}</blockquote>}
      {signed ? (
        <p className="soft">{words.signed(signed.signedAs, signed.signedBy, showMoment(signed.signedAt, timeZone))}</p>
      ) : (
        count > 0 && <State signal="attention">{words.unsigned}</State>
      )}
    </div>
  )
}

const hintOf = (limit: Limit, today: Day): string => {
  const { least, most } = rangeOf(limit)
  const { source, reviewBy } = limit
  const sourced = words.source(
    source.label,
    controlWords.sourceStatus[source.status] ?? source.status,
    showDate(reviewBy),
  )
  const parts = [words.ours(`${limit.value} ${limit.unit}`), words.range(least, most), sourced]
  return withStaleness(parts.join(' '), reviewBy < today, reviewBy)
}
