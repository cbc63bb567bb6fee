import { type ReactNode, useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { cohortWords as words } from '../../../web/words/en/cohort.ts'

/** A plot and its table, one tap apart; both on paper. */
export const Twin = ({ title, plot, table }: { title: string; plot: ReactNode; table: ReactNode }) => {
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="cohort-figure">
      <figcaption>
        <h2>{title}</h2>
        <Button
          kind="plain"
          label={`${title}: ${asTable ? words.asPlot : words.asTable}`}
          onPress={() => setAsTable(!asTable)}
        >
          {asTable ? words.asPlot : words.asTable}
        </Button>
      </figcaption>
      {!asTable && plot}
      <div className={asTable ? undefined : 'on-paper-only'}>{table}</div>
    </figure>
  )
}
