import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { classes, RuledClass, ruledClasses } from '../../../science/medicines/classes.ts'
import {
  didYouMean,
  isRecognised,
  mayAlsoBe,
  type Recognised,
  recognise,
  type Suggestion,
  withSuggestion,
} from '../../../science/medicines/recognise.ts'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Checks } from '../../../web/controls/Check.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import type { Row } from '../fact.ts'
import { type FactOf, Medicine } from '../kinds.ts'
import { recordPath } from './record.ts'

const words = recordWords.recognised
type MedicineRow = Row<FactOf<'medicine'>>

/** Ingredients with their classes, as the shipped table has them. */
const Known = ({ found }: { found: Recognised }) => {
  const named = found.medicines.map(({ ingredient, classes: own }) => `${ingredient} (${saysOf(own)})`)
  return <p className="soft">{named.length > 0 ? named.join(' · ') : saysOf(found.classes)}</p>
}

const saysOf = (of: readonly (keyof typeof classes)[]): string => of.map((one) => classes[one].says).join(', ')

const Suggestions = ({ found, onTake }: { found: Recognised; onTake: (suggestion: Suggestion) => unknown }) =>
  didYouMean(found).map((suggestion) => (
    <Button key={suggestion.name} kind="plain" onPress={() => onTake(suggestion)}>
      {words.didYouMean(suggestion.name)}
    </Button>
  ))

const NotRecognised = ({ found }: { found: Recognised }) => (
  <State signal="held">{found.classes.length > 0 ? words.rest(found.rest.join(' ')) : words.not}</State>
)

/** It names a class, and not which of its medicines. */
const WhichOne = ({ found }: { found: Recognised }) => (
  <State signal="held">{words.which(saysOf(mayAlsoBe(found)))}</State>
)

/** Recognised, and it cannot be anything besides that a rule looks at. */
const isSettled = (found: Recognised): boolean => isRecognised(found) && mayAlsoBe(found).length === 0

/** Under the name of a medicine as it is typed: what it is taken for, or that it is not recognised. */
export const WhileTyping = () => {
  const { fact } = useFormValues<{ fact: { name?: string } }>()
  const { setValue } = useFormContext()
  const name = fact?.name?.trim() ?? ''
  if (name.length < 3) return null
  const found = recognise(name)
  return (
    <div aria-live="polite">
      {found.classes.length > 0 && <Known found={found} />}
      {!isRecognised(found) && (
        <p>
          <NotRecognised found={found} />{' '}
          <Suggestions
            found={found}
            onTake={(suggestion) => setValue('fact.name', withSuggestion(name, suggestion), { shouldDirty: true })}
          />
        </p>
      )}
      {isRecognised(found) && !isSettled(found) && (
        <p>
          <WhichOne found={found} />
        </p>
      )}
    </div>
  )
}

/** What a line of the list was recognised as; where it was not, the ways to settle that. */
export const Recognition = ({
  row,
  patientId,
  mayWrite,
}: {
  row: MedicineRow
  patientId: string
  mayWrite: boolean
}) => {
  const correct = useCorrection(row, patientId)
  const [asking, setAsking] = useState(false)
  const found = recognise(row.name)
  const settled = isSettled(found)
  return (
    <div>
      {found.classes.length > 0 && <Known found={found} />}
      {!settled && row.classes !== null && (
        <p className="soft">{words.saidBy(saysOf(row.classes) || words.noneHere, row.recordedBy)}</p>
      )}
      {!settled && row.classes === null && (
        <>
          <p>
            {isRecognised(found) ? <WhichOne found={found} /> : <NotRecognised found={found} />} {words.notLead}
          </p>
          {mayWrite && (
            <p className="row">
              <Suggestions
                found={found}
                onTake={(suggestion) =>
                  correct({ name: withSuggestion(row.name, suggestion) }, words.spelling(row.name))
                }
              />
              <Button kind="plain" label={words.sayOf(row.name)} onPress={() => setAsking(true)}>
                {words.say}
              </Button>
            </p>
          )}
        </>
      )}
      {asking && (
        <Dialog title={words.sayTitle(row.name)} open onClose={() => setAsking(false)}>
          <SayWhat
            row={row}
            onSay={async (said, sentId) => {
              await correct({ classes: said }, words.say, sentId)
              setAsking(false)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}

const Said = z.object({ classes: z.array(RuledClass, { error: words.missing }) })
const options = RuledClass.options.map((value) => ({ value, label: ruledClasses[value].says }))

const SayWhat = ({ row, onSay }: { row: MedicineRow; onSay: (said: RuledClass[], id: string) => Promise<void> }) => (
  <Form
    id={`medicine-classes.${row.id}`}
    schema={Said}
    save={recordWords.save}
    onSave={(said, { sentId }) => onSay(said.classes, sentId)}
  >
    <p>{words.sayLead}</p>
    <Checks name="classes" label={words.what} options={options} none={words.none} />
  </Form>
)

/** Corrects one thing of a line and keeps the rest. */
const useCorrection = (row: MedicineRow, patientId: string) => {
  const queries = useQueryClient()
  const id = useRef(newId()).current
  const path = recordPath(patientId)
  return async (change: Partial<FactOf<'medicine'>>, why: string, sentId = id) => {
    const fact = { ...Medicine.parse(row), ...change }
    await api.post(`${path}/medicines`, { change: 'corrected', id: sentId, corrects: row.id, fact, why })
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path) })
  }
}
