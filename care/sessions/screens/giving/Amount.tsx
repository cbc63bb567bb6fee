import { judgeDose } from '../../../../science/dose.ts'
import { Button } from '../../../../web/controls/Button.tsx'
import { NumberField } from '../../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../../web/controls/TextArea.tsx'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { sessionWords } from '../../../../web/words/en/sessions.ts'
import type { Giving } from './use-giving.ts'

export type AmountTyped = {
  mg?: number | undefined
  differsBecause?: string | undefined
  /** The unlikely amount that was asked about once more and kept. */
  agreed?: number | undefined
}

const asksAbout = ({ plan }: Giving, mg: number | undefined): string | undefined => {
  const judged = mg === undefined ? 'usual' : judgeDose(plan.route, mg, plan.weightKg ?? undefined)
  return typeof judged === 'object' && 'ask' in judged ? judged.ask : undefined
}

/** What of it goes into the entry, and what has to be confirmed first. */
export const amountOf = (giving: Giving, { mg, differsBecause, agreed }: AmountTyped) => {
  const asks = asksAbout(giving, mg)
  return {
    data: { mg, differsBecause, ...(asks && agreed === mg ? { confirmed: true } : {}) },
    why: asks !== undefined && agreed !== mg ? sessionWords.vitals.confirmFirst : undefined,
  }
}

type Shown = {
  giving: Giving
  /** Something else of it is not as the plan says: how long it takes to go in. */
  unlike?: boolean
  hint: string
  typed: AmountTyped
  change: (more: AmountTyped) => void
}

/** The amount. The plan's stands above and is not filled in; mg/kg is shown from the weight on record and suggests nothing. */
export const Amount = ({ giving, unlike = false, hint, typed, change }: Shown) => {
  const { plan, before, fields } = giving
  const { mg } = typed
  const asks = asksAbout(giving, mg)
  const otherMg = mg !== undefined && Math.round((before + mg) * 100) / 100 !== plan.doseMg
  const differs = otherMg || unlike
  return (
    <>
      <NumberField
        name="mg"
        label={words.mg}
        hint={mg !== undefined && plan.weightKg ? words.byWeight(mg / plan.weightKg, plan.weightKg) : hint}
        unit="mg"
        decimals
        value={mg}
        error={fields.mg}
        onChange={(value) => change({ mg: value })}
        judge={(value) => {
          const said = judgeDose(plan.route, value, plan.weightKg ?? undefined)
          return typeof said === 'object' && 'refuse' in said ? said : 'usual'
        }}
      />
      {asks !== undefined && typed.agreed !== mg && (
        <div className="number-ask" role="status">
          <p>{asks}</p>
          <Button kind="quiet" onPress={() => change({ agreed: mg })}>
            {sessionWords.vitals.isRight(`${mg} mg`)}
          </Button>
        </div>
      )}
      {differs && (
        <TextArea
          name="differsBecause"
          label={words.differs}
          error={fields.differsBecause}
          value={typed.differsBecause}
          onChange={(differsBecause) => change({ differsBecause })}
        />
      )}
    </>
  )
}
