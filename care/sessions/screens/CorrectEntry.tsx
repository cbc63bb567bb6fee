import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { TimeField } from '../../../web/controls/DateField.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { DraftKept } from '../../../web/controls/DraftKept.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { timeBeside } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { entryData } from '../event.ts'
import { stillAsSent } from '../from-device.ts'
import type { Entry } from '../log.ts'
import { stillNotTaken } from '../not-taken.ts'
import { entrySentence } from '../note/sentence.ts'
import { readingNames } from '../vitals.ts'
import { CorrectFields } from './CorrectFields.tsx'
import { verdictOn } from './quick-number.ts'
import type { Here } from './use-session.ts'
import { nearestTo } from './when.ts'

const words = sessionWords.log
type Data = Record<string, unknown>
type Typed = { data: Data; reason?: string | undefined; time?: string | undefined; withdrawn: boolean }

/** What an entry should have said, with the reason. The entry itself stays, and both are shown. */
export const CorrectEntry = ({ here, entry, onClose }: { here: Here; entry: Entry; onClose: () => void }) => {
  // Of exactly what is corrected: once somebody corrected it, there is something else to begin from.
  const newest = entry.corrections.at(-1)?.id ?? entry.id
  const [typed, setTyped, drop, before] = useTyped<Typed>(`session.correct.${newest}`, {
    data: entry.data as Data,
    withdrawn: false,
  })
  const { data, reason, time, withdrawn } = typed
  const [wrong, setWrong] = useState<string>()
  const shown = timeBeside(here.answer.row.bookedFor, here.timeZone)
  const change = (more: Data) => setTyped({ ...typed, data: { ...data, ...more } })
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
    const said = withdrawn
      ? { reason, withdrawn: true }
      : { reason, data: filled, ...(time ? { happenedAt: nearestTo(entry.happenedAt, time, here.timeZone) } : {}) }
    await here.write('correction', said, { corrects: newest })
    drop()
    onClose()
  }
  return (
    <Dialog title={words.correctTitle} open onClose={onClose}>
      <p className="soft">{words.correctLead}</p>
      <p>
        {shown(entry.happenedAt)} {entrySentence(entry, shown)}
      </p>
      {before && <DraftKept onStartOver={drop} />}
      <TextArea
        name="reason"
        label={words.reason}
        value={reason}
        onChange={(next) => setTyped({ ...typed, reason: next })}
      />
      {!withdrawn && (
        <TimeField
          name="time"
          label={words.time}
          value={time}
          onChange={(next) => setTyped({ ...typed, time: next })}
        />
      )}
      {!withdrawn && <CorrectFields here={here} entry={entry} data={data} change={change} />}
      {entry.kind !== 'arrived' && (
        <Check
          name="withdrawn"
          label={words.withdraw}
          value={withdrawn ? true : undefined}
          onChange={(on) => setTyped({ ...typed, withdrawn: on === true })}
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

/** A value changed in a correction is no longer the device's, and one that is there was taken. */
const typedOver = (entry: Entry, data: Data): Data => {
  if (entry.kind !== 'vitals') return {}
  const left = stillAsSent(data, entry.data.devices ?? [])
  return { devices: left.length > 0 ? left : undefined, notTaken: stillNotTaken(data) }
}
