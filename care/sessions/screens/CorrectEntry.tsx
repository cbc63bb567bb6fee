import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { TimeField } from '../../../web/controls/DateField.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { showTime } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { entryData } from '../event.ts'
import { stillAsSent } from '../from-device.ts'
import type { Entry } from '../log.ts'
import { entrySentence } from '../note/sentence.ts'
import { readingNames } from '../vitals.ts'
import { GivenFields } from './giving/GivenFields.tsx'
import { verdictOn } from './quick-number.ts'
import type { Here } from './use-session.ts'
import { agoFrom } from './when.ts'

const words = sessionWords.log
type Data = Record<string, unknown>

/** What an entry should have said, with the reason. The entry itself stays, and both are shown. */
export const CorrectEntry = ({ here, entry, onClose }: { here: Here; entry: Entry; onClose: () => void }) => {
  const [data, setData] = useState<Data>(entry.data as Data)
  const [reason, setReason] = useState<string>()
  const [time, setTime] = useState<string>()
  const [withdrawn, setWithdrawn] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const change = (more: Data) => setData({ ...data, ...more })
  const save = async () => {
    const unlikely = readingNames.filter((name) => {
      const value = data[name]
      const asked = entry.kind === 'vitals' && typeof value === 'number' ? verdictOn(name, value) : 'usual'
      return typeof asked === 'object' && 'ask' in asked
    })
    const filled = Object.fromEntries(
      Object.entries({
        ...data,
        ...typedOver(entry, data),
        ...(unlikely.length > 0 ? { confirmed: unlikely } : {}),
      }).filter(([, value]) => value !== undefined && value !== null),
    )
    const parsed = entryData[entry.kind].safeParse(filled)
    if (!withdrawn && !parsed.success) return setWrong(parsed.error.issues[0]?.message)
    const newest = entry.corrections.at(-1)?.id ?? entry.id
    const said = withdrawn
      ? { reason, withdrawn: true }
      : { reason, data: filled, ...(time ? { happenedAt: agoFrom(here.now, time, here.timeZone) } : {}) }
    await here.write('correction', said, { corrects: newest })
    onClose()
  }
  return (
    <Dialog title={words.correctTitle} open onClose={onClose}>
      <p className="soft">{words.correctLead}</p>
      <p>
        {showTime(entry.happenedAt, here.timeZone)} {entrySentence(entry, (at) => showTime(at, here.timeZone))}
      </p>
      <TextArea name="reason" label={words.reason} value={reason} onChange={setReason} />
      {!withdrawn && <TimeField name="time" label={words.time} value={time} onChange={setTime} />}
      {!withdrawn && <Fields entry={entry} data={data} change={change} />}
      {entry.kind !== 'arrived' && (
        <Check
          name="withdrawn"
          label={words.withdraw}
          value={withdrawn ? true : undefined}
          onChange={(on) => setWithdrawn(on === true)}
        />
      )}
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <Button wide why={reason?.trim() ? undefined : sessionWords.book.missing(words.reason)} onPress={save}>
        {words.save}
      </Button>
    </Dialog>
  )
}

/** A value changed in a correction is no longer the device's. */
const typedOver = (entry: Entry, data: Data): Data => {
  if (entry.kind !== 'vitals' || !entry.data.devices) return {}
  const left = stillAsSent(data, entry.data.devices)
  return { devices: left.length > 0 ? left : undefined }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
const number = (value: unknown) => (typeof value === 'number' ? value : undefined)

/** The parts of an entry that can be written anew; facts are entered again instead. */
const Fields = ({ entry, data, change }: { entry: Entry; data: Data; change: (more: Data) => void }) => {
  if (entry.kind === 'vitals') {
    const { readings, units, pain } = sessionWords.vitals
    return (
      <div className="columns">
        {readingNames.map((name) => (
          <NumberField
            key={name}
            name={name}
            label={readings[name]}
            unit={units[name]}
            value={number(data[name])}
            onChange={(value) => change({ [name]: value })}
            judge={(value) => verdictOn(name, value)}
          />
        ))}
        <NumberField
          name="moaas"
          label={sessionWords.vitals.moaas}
          value={number(data.moaas)}
          onChange={(value) => change({ moaas: value })}
        />
        <NumberField name="pain" label={pain} value={number(data.pain)} onChange={(value) => change({ pain: value })} />
      </div>
    )
  }
  if (entry.kind === 'dose' || entry.kind === 'infusion changed' || entry.kind === 'lozenge ended')
    return <GivenFields entry={entry} data={data} change={change} />
  if (entry.kind === 'remark' || entry.kind === 'side effect') {
    return (
      <TextArea
        name="words"
        label={sessionWords.remark.words}
        value={text(data.words)}
        onChange={(value) => change({ words: value })}
      />
    )
  }
  return null
}
