import { useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { DraftKept } from '../../../web/controls/DraftKept.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { stoppedAs } from '../ending.ts'
import { beyond } from '../watching.ts'
import type { BoardAnswer, Colleague } from './answers.ts'
import { Taps } from './Quick.tsx'
import type { Here } from './use-session.ts'
import { WatchCounts } from './WatchCounts.tsx'
import { When } from './When.tsx'
import { saidMoment, type WhenTyped } from './when.ts'

type Shown = { here: Here; open: boolean; onClose: () => void }

type Said = WhenTyped & { said?: string | undefined }

/** Words of one's own: a remark during the session, an addendum after it. */
export const Write = ({ here, open, onClose, kind }: Shown & { kind: 'remark' | 'addendum' }) => {
  const words = sessionWords[kind]
  const [{ said, ...when }, change, drop] = useTyped<Said>(`session.${kind}.${here.answer.row.id}`, {})
  const happenedAt = saidMoment(when, here)
  return (
    <Dialog title={words.add} open={open} onClose={onClose}>
      <TextArea name="words" label={words.words} value={said} onChange={(next) => change({ ...when, said: next })} />
      {kind === 'remark' && <When value={when} onChange={(next) => change({ said, ...next })} />}
      <Button
        wide
        why={said?.trim() ? undefined : sessionWords.book.missing(words.words)}
        onPress={async () => {
          await here.write(kind, { words: said }, happenedAt ? { happenedAt } : {})
          drop()
          onClose()
        }}
      >
        {words.save}
      </Button>
    </Dialog>
  )
}

type Stopped = { as?: string | undefined; reason?: string | undefined }

/** A session that ends without a release: how, and why. */
export const Stop = ({ here, open, onClose }: Shown) => {
  const words = sessionWords.stop
  const [{ as: chosen, reason }, change, drop, before] = useTyped<Stopped>(`session.stop.${here.answer.row.id}`, {})
  const ways = here.session.doses.length > 0 ? stoppedAs.afterDose : stoppedAs.beforeDose
  // Chosen before the dose, it may be no way to end after it.
  const as = ways.find((way) => way === chosen)
  return (
    <Dialog title={words.title} open={open} onClose={onClose}>
      {before && <DraftKept onStartOver={drop} />}
      <Taps
        label={words.as}
        options={ways.map((value) => ({ value, label: words.ways[value] }))}
        value={as}
        onChange={(value) => change({ as: value, reason })}
      />
      <TextArea name="reason" label={words.reason} value={reason} onChange={(said) => change({ as, reason: said })} />
      <Button
        wide
        why={
          !as
            ? sessionWords.book.missing(words.as)
            : !reason?.trim()
              ? sessionWords.book.missing(words.reason)
              : undefined
        }
        onPress={async () => {
          await here.write('stopped', { as, reason })
          drop()
          onClose()
        }}
      >
        {words.save}
      </Button>
    </Dialog>
  )
}

type HandedTo = { toId?: string | undefined; reason?: string | undefined }

/** Who watches this patient from now on. */
export const HandOver = ({ here, open, onClose }: Shown) => {
  const words = sessionWords.handOver
  const { data } = useRead<{ staff: Colleague[] }>(open ? '/api/staff' : undefined)
  const board = useRead<BoardAnswer>(open ? '/api/board' : undefined)
  const [{ toId, reason }, change, drop, before] = useTyped<HandedTo>(`session.hand.${here.answer.row.id}`, {})
  const limit = board.data?.patientsPerMonitor ?? null
  const count = (board.data?.watching.find(({ id }) => id === toId)?.count ?? 0) + 1
  const over = toId !== undefined && toId !== here.answer.row.responsibleId && beyond({ count, limit })
  const people = (data?.staff ?? []).filter(({ roles }) =>
    roles.some((role) => role === 'monitor' || role === 'prescriber'),
  )
  // Chosen before a reload, it is not on the screen until the names have come.
  const to = people.find(({ id }) => id === toId)
  return (
    <Dialog title={words.title} open={open} onClose={onClose}>
      {before && <DraftKept onStartOver={drop} />}
      <Select
        name="to"
        label={words.to}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={toId}
        onChange={(id) => change({ toId: id, reason })}
      />
      {board.data ? <WatchCounts watching={board.data.watching} limit={limit} /> : <p>{roomWords.watching.notKnown}</p>}
      {over && (
        <TextArea
          name="beyondLimit"
          label={roomWords.watching.reason}
          value={reason}
          onChange={(said) => change({ toId, reason: said })}
        />
      )}
      <Button
        wide
        why={
          !to
            ? sessionWords.book.missing(words.to)
            : over && !reason?.trim()
              ? sessionWords.book.missing(roomWords.watching.reason)
              : undefined
        }
        onPress={async () => {
          if (!to) return
          await here.write('handed over', { toId: to.id, toName: to.name, ...(over ? { beyondLimit: reason } : {}) })
          drop()
          onClose()
        }}
      >
        {words.save}
      </Button>
    </Dialog>
  )
}
