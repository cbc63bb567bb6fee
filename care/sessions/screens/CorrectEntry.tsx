import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { TimeField } from '../../../web/controls/DateField.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { showTime } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { entryData } from '../event.ts'
import { stillAsSent } from '../from-device.ts'
import type { Entry } from '../log.ts'
import { entrySentence } from '../note/sentence.ts'
import { readingNames } from '../vitals.ts'
import { CorrectFields } from './CorrectFields.tsx'
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
      Object.entries<unknown>({
        ...data,
        ...typedOver(entry, data),
        ...(unlikely.length > 0 ? { confirmed: unlikely } : {}),
      }).filter(([, value]) => value !== undefined && value !== null && value !== ''),
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
      {!withdrawn && <CorrectFields here={here} entry={entry} data={data} change={change} />}
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
