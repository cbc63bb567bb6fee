import { z } from 'zod'
import { Checks } from '../controls/Check.tsx'
import { Choice } from '../controls/Choice.tsx'
import { DateField, TimeField } from '../controls/DateField.tsx'
import { Field } from '../controls/Field.tsx'
import { Form } from '../controls/Form.tsx'
import { NumberField } from '../controls/NumberField.tsx'
import type { Verdict } from '../controls/number.ts'
import { Select } from '../controls/Select.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { TriState } from '../controls/TriState.tsx'
import { TypedSignature } from '../controls/TypedSignature.tsx'
import { Tri } from '../controls/tri.ts'
import { ApiProblem } from '../problem.ts'

const Visit = z.object({
  name: z.string(),
  systolic: z.number(),
  weight: z.number().optional(),
  escort: Tri,
  room: z.enum(['one', 'two']),
  country: z.string().optional(),
  day: z.iso.date(),
  at: z.string().optional(),
  effects: z.array(z.string()),
  note: z.string().optional(),
})

const judge = (value: number): Verdict => {
  if (value < 40 || value > 300)
    return { refuse: `Systolic pressure ${value} mmHg is not possible; expected 40 to 300.` }
  return value > 200 ? { ask: `${value} mmHg is unlikely. Is it right?` } : 'usual'
}

/** What "the server" stored while its answer was lost, by the id under which it was sent. */
const stored = new Map<string, number>()

/** A form that keeps what it was given where controls.test.ts can read it; some names are answered as "the server" may. */
export const Entry = () => (
  <>
    <section className="sheet">
      <Form
        id="gallery.visit"
        schema={Visit}
        save="Record visit"
        onSave={async (values, { confirmed, sentId }) => {
          if (values.name === 'refused') {
            throw new ApiProblem('invalid', 'Some of this could not be used.', {
              fields: { name: 'This name is taken.' },
            })
          }
          if (values.name === 'offline') throw new ApiProblem('offline', 'No connection to the server.')
          if (values.name === 'lost') {
            const before = stored.get(sentId)
            stored.set(sentId, before ?? values.systolic)
            if (before === undefined) throw new ApiProblem('offline', 'No connection to the server.')
            if (before !== values.systolic) throw new ApiProblem('conflict', 'Something else was stored already.')
          }
          if (values.name === 'slow')
            await new Promise((answered) => window.addEventListener('answered', answered, { once: true }))
          document.body.dataset.saved = JSON.stringify({ values, confirmed })
        }}
      >
        <Field name="name" label="Name" hint="As it stands on the card" />
        <div className="columns">
          <NumberField name="systolic" label="Systolic pressure" unit="mmHg" judge={judge} />
          <NumberField name="weight" label="Weight" unit="kg" decimals note="(if measured)" />
        </div>
        <TriState name="escort" label="Is an escort named?" hint="An adult who takes the patient home" />
        <Choice
          name="room"
          label="Room"
          options={[
            { value: 'one', label: 'Room 1', hint: 'By the window' },
            { value: 'two', label: 'Room 2' },
          ]}
        />
        <Select name="country" label="Country" options={[{ value: 'us', label: 'United States' }]} />
        <div className="columns">
          <DateField name="day" label="Day" />
          <TimeField name="at" label="Time" />
        </div>
        <Checks
          name="effects"
          label="Side effects"
          none="None of these"
          options={[
            { value: 'nausea', label: 'Nausea' },
            { value: 'dizziness', label: 'Dizziness' },
            { value: 'headache', label: 'Headache' },
          ]}
        />
        <TextArea name="note" label="Note" />
      </Form>
    </section>
    <section className="sheet">
      <TypedSignature statement="I have read this and had my questions answered." sign="Sign" onSign={async () => {}} />
    </section>
  </>
)
