import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { roomWords } from '../../../web/words/en/room.ts'
import type { Marks } from '../settings/seen.ts'
import { StandingOrders as Orders, orderEvents } from '../settings/standing-orders.ts'

const words = roomWords.orders
const path = '/api/clinic'
const Schema = z.object({ orders: z.preprocess((value) => value ?? {}, Orders) })

/** What this clinic's staff do when something happens in a session: the clinic's own text, shown beside the alert. */
export const StandingOrders = () => {
  const { data, error, refetch } = useRead<{ policy: { standingOrders?: Orders }; marks: Marks }>(path)
  const [saved, setSaved] = useState(false)
  const queries = useQueryClient()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <>
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <Form
        id="clinic.orders"
        schema={Schema}
        start={{ orders: data.policy.standingOrders ?? {} }}
        from={data.marks.orders}
        save={words.save}
        onSave={async ({ orders }, { from: seen }) => {
          queries.setQueryData([path], await api.post(`${path}/standing-orders`, { orders, seen }))
          setSaved(true)
        }}
      >
        {orderEvents.map((event) => (
          <TextArea key={event} name={`orders.${event}`} label={words.events[event]} />
        ))}
        {saved && <Notice title={words.saved} live />}
      </Form>
    </>
  )
}
