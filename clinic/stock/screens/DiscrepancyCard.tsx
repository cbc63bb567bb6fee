import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { State } from '../../../web/controls/State.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { says } from '../../../web/words/en/says/stock.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import { Words } from '../ledger.ts'
import type { Discrepancy, Overview } from '../shown.ts'

const Drawn = z.object({ lotId: z.uuid(says.noLot) })
const Settled = z.object({ words: Words })

/** A dose that does not agree with the ledger: it is drawn now, or somebody says why it stays so. */
export const DiscrepancyCard = ({ dose, items }: { dose: Discrepancy; items: Overview['items'] }) => {
  const timeZone = useTimeZone()
  const mayDraw = useMay('stock.record') && dose.difference === 'not drawn'
  const maySettle = useMay('stock.settle')
  const mayOpen = useMay('sessions.record')
  const [open, setOpen] = useState<'draw' | 'settle'>()
  const from = items
    .filter(({ drug, form, held }) => drug === dose.drug && form === dose.form && !held)
    .flatMap(({ lots }) => lots)
  const drawnFrom = items.find(({ drug, form }) => drug === dose.drug && form === dose.form)
  return (
    <div className="stack" data-gap="tight">
      <p>
        <State signal="attention">{words.difference[dose.difference]}</State>
      </p>
      <p>
        {words.doseGiven(words.drugs[dose.drug], dose.mg, dose.givenBy)}, {showMoment(dose.givenAt, timeZone)}
        {mayOpen && (
          <>
            {'. '}
            <Link to={`/sessions/${dose.sessionId}` as never}>{words.session}</Link>
          </>
        )}
      </p>
      {dose.drawn !== null && drawnFrom && <p>{words.drawnOf(words.amount(drawnFrom, dose.drawn))}</p>}
      {dose.lot && <p className="soft">{words.typedLot(dose.lot)}</p>}
      <div className="row">
        {mayDraw && (
          <Button
            kind="quiet"
            why={from.length === 0 ? words.noLotFor : undefined}
            onPress={() => setOpen(open === 'draw' ? undefined : 'draw')}
          >
            {words.drawNow}
          </Button>
        )}
        {maySettle && (
          <Button kind="quiet" onPress={() => setOpen(open === 'settle' ? undefined : 'settle')}>
            {words.settle}
          </Button>
        )}
      </div>
      {open === 'draw' && (
        <Form
          id={`stock.draw.${dose.id}`}
          schema={Drawn}
          save={words.draw}
          kind="quiet"
          onSave={(typed, { sentId: id }) => api.post(`/api/stock/doses/${dose.id}/draw`, { id, ...typed })}
        >
          <Select
            name="lotId"
            label={words.chooseLot}
            options={from.map((lot) => ({ value: lot.id, label: words.lotOption(lot.lot, lot.expiry) }))}
          />
        </Form>
      )}
      {open === 'settle' && (
        <Form
          id={`stock.settle.${dose.id}`}
          schema={Settled}
          save={words.settleSave}
          kind="quiet"
          onSave={(typed, { sentId: id }) => api.post(`/api/stock/doses/${dose.id}/settle`, { id, ...typed })}
        >
          <TextArea name="words" label={words.why} rows={2} />
        </Form>
      )}
    </div>
  )
}
