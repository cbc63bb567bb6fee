import { useState } from 'react'
import { houseNumbers } from '../../../science/house.ts'
import { api, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import { NewRhythm, type RhythmShown } from '../rhythm.ts'

const Signing = NewRhythm.omit({ id: true })
const house = { inductionDays: houseNumbers.daysBetweenPhq9.value, laterDays: houseNumbers.monthly.value }
type Days = { inductionDays: number | null; laterDays: number | null }

const inWords = ({ inductionDays, laterDays }: Days): string =>
  words.rhythmNow(inductionDays ?? house.inductionDays, laterDays ?? house.laterDays)

/** How often questionnaires are asked here, who signed for it and why; a prescriber signs other days. */
export const Rhythm = () => {
  const { data, refetch } = useRead<RhythmShown>('/api/outcomes/rhythm')
  const timeZone = useTimeZone()
  const maySign = useMay('plans.sign')
  const [open, setOpen] = useState(false)
  if (!data) return null
  const [holds, ...earlier] = data.signed
  const unsigned = data.unsigned.inductionDays !== null || data.unsigned.laterDays !== null
  const signature = ({ signedAs, signedAt }: (typeof data.signed)[number]) =>
    words.rhythmSigned(signedAs, showMoment(signedAt, timeZone))
  return (
    <section className="stack" aria-label={words.rhythm}>
      <h2>{words.rhythm}</h2>
      <p>{inWords(holds ?? data.unsigned)}</p>
      {holds ? (
        <>
          <blockquote>{holds.why}</blockquote>
          <p className="soft">{signature(holds)}</p>
        </>
      ) : (
        <p className="soft">{unsigned ? words.rhythmUnsigned : words.rhythmHouse}</p>
      )}
      {earlier.length > 0 && (
        <details className="quiet-details">
          <summary>{words.earlier}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.signedAt}>
                {inWords(one)} {one.why} <span className="soft">{signature(one)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {maySign && (
        <div>
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {words.rhythmChange}
          </Button>
          <Dialog title={words.rhythm} open={open} onClose={() => setOpen(false)}>
            <Form
              id="outcomes.rhythm"
              schema={Signing}
              from={data.mark}
              save={words.sign}
              onSave={async (typed, { from: seen, sentId: id }) => {
                await api.post('/api/outcomes/rhythm', { id, ...typed, seen })
                await refetch()
                setOpen(false)
              }}
            >
              <NumberField
                name="inductionDays"
                label={words.inductionDays}
                unit={words.daysUnit}
                hint={words.otherwise(house.inductionDays)}
              />
              <NumberField
                name="laterDays"
                label={words.laterDays}
                unit={words.daysUnit}
                hint={words.otherwise(house.laterDays)}
              />
              <TextArea name="why" label={words.whyDays} rows={2} />
              <Field name="signedAs" label={words.signName} autoComplete="name" capitals="words" />
            </Form>
          </Dialog>
        </div>
      )}
    </section>
  )
}
