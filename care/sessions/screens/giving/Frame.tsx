import type { ReactNode } from 'react'
import { Button } from '../../../../web/controls/Button.tsx'
import { DraftKept } from '../../../../web/controls/DraftKept.tsx'
import { Finding } from '../../../../web/controls/Finding.tsx'
import { Notice } from '../../../../web/controls/Notice.tsx'
import { TextArea } from '../../../../web/controls/TextArea.tsx'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { sessionWords } from '../../../../web/words/en/sessions.ts'
import { When } from '../When.tsx'
import { SignedPlan } from './SignedPlan.tsx'
import type { Giving } from './use-giving.ts'

type Shown = {
  giving: Giving
  title: string
  save: string
  /** Why it cannot be recorded yet, besides what holds. */
  why?: string | undefined
  /** Fields whose sentence stands beside them; any other is said above the button. */
  beside: readonly string[]
  onGive: () => Promise<void>
  children: ReactNode
}

/** A dose about to be recorded: the signed plan, what holds, the fields of the route, and one button. */
export const Frame = ({ giving, title, save, why, beside, onGive, children }: Shown) => {
  const { here, plan, before, waits, toAnswer, open, prescriber, reasons, setReason, fields, when, setWhen } = giving
  const used = plan.route === 'esketamine' ? words.devicesUsed(giving.number - 1) : words.sofar(before)
  const others = Object.entries(fields).filter(([key]) => !beside.includes(key))
  return (
    <section className="stack" aria-labelledby="dose-title">
      <div>
        <h2 id="dose-title">{title}</h2>
        <SignedPlan plan={plan} timeZone={here.timeZone} more={before > 0 ? `. ${used}` : ''} />
      </div>
      {toAnswer.length > 0 && (
        <Notice signal="held" title={words.held}>
          {toAnswer.map((finding) => (
            <div key={finding.rule} className="stack" data-gap="tight">
              <Finding finding={finding} />
              {prescriber && finding.overriddenBy !== 'nobody' && (
                <TextArea
                  name={finding.rule}
                  label={sessionWords.clear.reason(finding.rule)}
                  value={reasons[finding.rule]}
                  onChange={(reason) => setReason(finding.rule, reason ?? '')}
                />
              )}
            </div>
          ))}
        </Notice>
      )}
      {giving.again && <DraftKept onStartOver={giving.startOver} />}
      {children}
      <When value={when} onChange={setWhen} />
      {others.map(([key, says]) => (
        <p key={key} className="field-error" role="alert">
          {says}
        </p>
      ))}
      <Button wide onPress={onGive} why={open.length > 0 ? words.held : (waits ?? why)}>
        {save}
      </Button>
    </section>
  )
}
