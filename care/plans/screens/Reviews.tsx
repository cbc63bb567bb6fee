import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { showDay } from '../../../web/time.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import type { ReviewDue } from '../course.ts'
import { Review, type Reviewed } from '../plan.ts'
import type { Inner } from './answers.ts'
import { decided } from './decided.ts'

const Typed = z.object({ decision: Review.shape.decision, reason: Review.shape.reason })

/** A decision at a review point of the plan. */
export const ReviewForm = ({ patientId, data, refresh, due }: Inner & { due: ReviewDue }) => {
  const { stands } = data
  if (stands.state === 'none') return null
  return (
    <Form
      id={`plan.review.${stands.plan.id}.${due.point}.${due.afterSession}`}
      schema={Typed}
      from={stands.version.number}
      save={words.recordReview}
      onSave={async (values, { sentId: id, from: version }) => {
        await api.post(`/api/patients/${patientId}/plan/${stands.plan.id}/review`, { id, version, ...due, ...values })
        refresh()
      }}
    >
      <Choice
        name="decision"
        label={words.decision}
        options={Review.shape.decision.options.map((value) => ({
          value,
          label: decided(value, due.point),
          hint: { ...words.decisionHints, ...(due.point === 'at the end' ? words.decisionHintsAtEnd : {}) }[value],
        }))}
      />
      <TextArea name="reason" label={words.reason} rows={2} />
    </Form>
  )
}

/** Every decision so far. */
export const Reviews = ({ reviews, timeZone }: { reviews: Reviewed[]; timeZone: string }) =>
  reviews.length === 0 ? null : (
    <section className="stack">
      <h2>{words.reviewed}</h2>
      <Table
        caption={words.reviewed}
        rows={reviews}
        keyOf={({ id }) => id}
        columns={[
          { title: words.when, show: ({ point, afterSession }) => words.point[point](afterSession) },
          { title: words.decided, show: ({ decision, point }) => decided(decision, point) },
          { title: words.because, show: ({ reason }) => reason },
          { title: words.who, show: ({ decidedBy, decidedAt }) => `${decidedBy}, ${showDay(decidedAt, timeZone)}` },
        ]}
      />
    </section>
  )

const Stopping = z.object({ reason: Review.shape.reason })

/** Ends the plan at any time, with a reason. */
export const StopCourse = ({
  patientId,
  data,
  refresh,
  planId,
  version,
}: Inner & { planId: string; version: number }) => {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {words.stop}
      </Button>
      <Dialog title={words.stopTitle} open={open} onClose={() => setOpen(false)}>
        <p>{words.stopHelp}</p>
        <Form
          id={`plan.stop.${planId}`}
          schema={Stopping}
          save={words.stop}
          onSave={async ({ reason }, { sentId: id }) => {
            const afterSession = data.course?.done ?? 0
            const body = { id, point: 'at another time', afterSession, decision: 'stop', reason, version }
            await api.post(`/api/patients/${patientId}/plan/${planId}/review`, body)
            setOpen(false)
            refresh()
          }}
        >
          <TextArea name="reason" label={words.reason} rows={3} />
        </Form>
      </Dialog>
    </div>
  )
}
