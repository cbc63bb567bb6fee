import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { showTime } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { orderForEffect } from '../orders.ts'
import { effects, SideEffect, severities } from '../side-effect.ts'
import { Orders } from './Orders.tsx'
import { Taps } from './Quick.tsx'
import type { Here } from './use-session.ts'
import { When } from './When.tsx'
import { saidMoment, type WhenTyped } from './when.ts'

const words = sessionWords.effect

/** Side effects that have begun and not ended; each ends with one tap. */
export const OpenEffects = ({ here }: { here: Here }) => {
  const open = here.session.sideEffects.filter(({ endedAt }) => endedAt === undefined)
  if (open.length === 0) return null
  return (
    <>
      <ul className="open-effects">
        {open.map(({ entry }) => (
          <li key={entry.id} className="row">
            <span>
              {entry.data.effect}, {entry.data.severity}{' '}
              <span className="soft">{words.since(showTime(entry.happenedAt, here.timeZone))}</span>
            </span>
            <Button
              kind="quiet"
              onPress={() => here.write('side effect ended', { effectId: entry.id })}
              label={`${words.end}: ${entry.data.effect}`}
            >
              {words.end}
            </Button>
          </li>
        ))}
      </ul>
      <Orders events={open.map(({ entry }) => orderForEffect(entry.data.effect))} policy={here.answer.clinic.policy} />
    </>
  )
}

export const AddEffect = ({ here, open, onClose }: { here: Here; open: boolean; onClose: () => void }) => (
  <Dialog title={words.title} open={open} onClose={onClose}>
    <EffectForm here={here} onDone={onClose} />
  </Dialog>
)

export type EffectTyped = {
  effect?: (typeof effects)[number] | undefined
  severity?: (typeof severities)[number] | undefined
  words?: string | undefined
  action?: string | undefined
}

const EffectForm = ({ here, onDone }: { here: Here; onDone: () => void }) => {
  const draft = `session.effect.${here.answer.row.id}`
  const [typed, setTyped, drop] = useTyped<EffectTyped>(draft, {})
  const [when, setWhen, dropWhen] = useTyped<WhenTyped>(`${draft}.when`, {})
  const [wrong, setWrong] = useState<string>()
  const change = (more: EffectTyped) => setTyped({ ...typed, ...more })
  const save = async () => {
    const parsed = SideEffect.safeParse(
      Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
    )
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message)
    const happenedAt = saidMoment(when, here)
    await here.write('side effect', parsed.data, happenedAt ? { happenedAt } : {})
    drop()
    dropWhen()
    setWrong(undefined)
    onDone()
  }
  return (
    <div className="stack">
      <EffectFields typed={typed} change={change} />
      <When value={when} onChange={setWhen} />
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <Button wide onPress={save}>
        {words.save}
      </Button>
    </div>
  )
}

/** What it is, how strong, in words, and what was done. */
export const EffectFields = ({ typed, change }: { typed: EffectTyped; change: (more: EffectTyped) => void }) => (
  <>
    <Select
      name="effect"
      label={words.what}
      options={effects.map((value) => ({ value, label: value }))}
      value={typed.effect}
      onChange={(effect) => change({ effect })}
    />
    <Taps
      label={words.severity}
      options={severities.map((value) => ({ value, label: words.severities[value] }))}
      value={typed.severity}
      onChange={(severity) => change({ severity })}
    />
    <TextArea
      name="words"
      label={words.words}
      note={sessionWords.day.mayStay}
      value={typed.words}
      onChange={(said) => change({ words: said })}
    />
    <TextArea
      name="action"
      label={words.action}
      note={sessionWords.day.mayStay}
      value={typed.action}
      onChange={(action) => change({ action })}
    />
  </>
)
