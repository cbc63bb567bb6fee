import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { type Limit, type LimitKey, racemicLimits } from '../../../science/routes/limits.ts'
import { api, useRead } from '../../../web/api.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { ClinicLimits, limitKeys, rangeOf } from '../settings/limits.ts'

const words = accountWords.limits
const path = '/api/clinic'
const Schema = z.object({ limits: z.preprocess((value) => value ?? {}, ClinicLimits) })

const beforeTheDose: readonly LimitKey[] = [
  'preDoseSystolicAbove',
  'preDoseDiastolicAbove',
  'noStartSystolicFrom',
  'noStartDiastolicFrom',
  'foodFreeMinutes',
  'drinkFreeMinutes',
  'baselineWithinMinutes',
]
const isRelease = (key: LimitKey) => key.startsWith('release') || key === 'minimumStayMinutes'
const groups = [
  { title: words.before, keys: beforeTheDose },
  { title: words.during, keys: limitKeys.filter((key) => !beforeTheDose.includes(key) && !isRelease(key)) },
  { title: words.release, keys: limitKeys.filter(isRelease) },
]

/** The numbers of the protocol with their sources, and beside each the clinic's own where it wants more caution. */
export const Limits = () => {
  const { data, error, refetch } = useRead<{ policy: { limits?: Record<string, ClinicLimits> } }>(path)
  const [saved, setSaved] = useState(false)
  const queries = useQueryClient()
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <>
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <Form
        id="clinic.limits"
        schema={Schema}
        start={{ limits: data.policy.limits?.im ?? {} }}
        save={words.save}
        onSave={async ({ limits }) => {
          queries.setQueryData([path], await api.post(`${path}/limits`, { route: 'im', limits }))
          setSaved(true)
        }}
      >
        {groups.map(({ title, keys }) => (
          <section className="form" key={title}>
            <h2>{title}</h2>
            {keys.map((key) => (
              <NumberField
                key={key}
                name={`limits.${key}`}
                label={racemicLimits[key].says}
                unit={racemicLimits[key].unit}
                hint={hintOf(racemicLimits[key])}
              />
            ))}
          </section>
        ))}
        {saved && <Notice title={words.saved} live />}
      </Form>
    </>
  )
}

const hintOf = (limit: Limit): string => {
  const { least, most } = rangeOf(limit)
  return [words.ours(`${limit.value} ${limit.unit}`), words.range(least, most), words.source(limit.source.label)].join(
    ' ',
  )
}
