import { useMay } from '../me.ts'
import { controlWords } from '../words/en/controls.ts'
import { ButtonLink } from './ButtonLink.tsx'

/** The step after one that is finished, for whoever may take it. */
export const GoOn = ({
  to,
  search = {},
  may,
  what,
}: {
  to: string
  search?: Readonly<Record<string, string>>
  /** The permission that the step asks for. */
  may: string
  what: string
}) => {
  const mayGo = useMay(may)
  if (!mayGo) return null
  return (
    <div>
      <ButtonLink to={to} search={search} kind="main">
        {controlWords.goOn(what)}
      </ButtonLink>
    </div>
  )
}
