import { useState } from 'react'
import { z } from 'zod'
import { api, newId, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { TimeZoneField } from '../../../web/controls/TimeZoneField.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import { sayTime } from '../../../web/words/words.ts'
import type { AskingForStaff } from '../choosing.ts'
import { askingHours } from '../hours.ts'

const Told = z.object({
  asked: z.enum(['yes', 'no']),
  hour: z.string().optional(),
  timeZone: z.string().optional(),
  texts: z.enum(['keep', 'stop', 'start']).optional(),
})

/** How a patient wants to be asked, as told to staff; and what came from their number. */
export const HowAsked = ({ patientId, name }: { patientId: string; name: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button kind="quiet" label={words.howLabel(name)} onPress={() => setOpen(true)}>
        {words.how}
      </Button>
      <Dialog title={words.howFor(name)} open={open} onClose={() => setOpen(false)}>
        {open && <Inside patientId={patientId} />}
      </Dialog>
    </div>
  )
}

const Inside = ({ patientId }: { patientId: string }) => {
  const path = `/api/patients/${patientId}/asking`
  const { data, refetch } = useRead<AskingForStaff>(path)
  const [saved, setSaved] = useState(false)
  const timeZone = useTimeZone()
  if (!data) return <Skeleton lines={4} />
  const { asked, hour, timeZone: zone, clinicHour, otherwiseZone, texts, stopped } = data
  return (
    <div className="stack">
      <p>
        {words.textsTo}: {words.texts[texts]}
        {stopped && (
          <span className="soft">
            {' '}
            {showMoment(stopped.at, timeZone)}, {words.textsHeard[stopped.how]} {stopped.by}
          </span>
        )}
      </p>
      <Form
        id={`asking.${patientId}`}
        schema={Told}
        keepDraft={false}
        start={{ asked: asked ? 'yes' : 'no', ...(hour ? { hour } : {}), ...(zone ? { timeZone: zone } : {}) }}
        save={words.saveHow}
        onSave={async (told) => {
          await api.post(path, {
            // Nothing of it is kept, so nothing is sent again: each press is a choice of its own.
            id: newId(),
            asked: told.asked === 'yes',
            hour: told.hour || null,
            timeZone: told.timeZone || null,
            ...(told.texts && told.texts !== 'keep' ? { texts: told.texts } : {}),
          })
          await refetch()
          setSaved(true)
        }}
      >
        <Choice
          name="asked"
          label={words.isAsked}
          options={[
            { value: 'yes', label: words.askedYes },
            { value: 'no', label: words.askedNo },
          ]}
        />
        <Select
          name="hour"
          label={words.hourOfDay}
          hint={words.hourAsClinic(sayTime(clinicHour))}
          options={askingHours.map((value) => ({ value, label: sayTime(value) }))}
        />
        <TimeZoneField name="timeZone" label={words.zoneOf} />
        <p className="soft">{words.zoneAs(otherwiseZone)}</p>
        {texts !== 'none' && (
          <Choice
            name="texts"
            label={words.textsTo}
            options={[
              { value: 'keep', label: words.textsKeep },
              texts === 'stopped'
                ? { value: 'start', label: words.textsStart }
                : { value: 'stop', label: words.textsStop },
            ]}
          />
        )}
        {saved && <Notice title={words.savedHow} live />}
      </Form>
      <Said said={data.said} timeZone={timeZone} />
    </div>
  )
}

const Said = ({ said, timeZone }: { said: AskingForStaff['said']; timeZone: string }) => {
  if (said.length === 0) return null
  return (
    <section className="stack" data-gap="tight">
      <h3>{words.textsSaid}</h3>
      <ul>
        {said.map(({ id, means, words: text, at, how, by }) => (
          <li key={id}>
            {words.meant[means]} <span className="soft">{showMoment(at, timeZone)}</span>{' '}
            {text ? <q className="as-typed">{text}</q> : `${words.textsHeard[how]} ${by}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
