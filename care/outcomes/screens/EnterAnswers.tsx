import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Listed } from '../../../clinic/responses/shown.ts'
import { useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { questionnaireScreenWords as words } from '../../../web/words/en/questionnaires.ts'
import { AnswerForm, type Flag, Raised } from './AnswerForm.tsx'
import { ratingChanged } from './rating-changed.ts'

/** Answers that somebody gave on paper or aloud, or the total of a questionnaire whose words are not here. */
export const EnterAnswers = ({ patientId, name }: { patientId: string; name: string }) => {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [recorded, setRecorded] = useState<readonly Flag[]>()
  const queries = useQueryClient()
  const close = () => {
    setOpen(false)
    setChosen(undefined)
    setRecorded(undefined)
  }
  const saved = async (flags: readonly Flag[]) => {
    await ratingChanged(queries, patientId)
    setChosen(undefined)
    setRecorded(flags)
  }
  return (
    <div>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {words.enter}
      </Button>
      <Dialog title={words.enterTitle(name)} open={open} onClose={close}>
        {open && (
          <div className="stack">
            {recorded && <Notice title={words.recorded} live />}
            {recorded && <Raised flags={recorded} />}
            <Which chosen={chosen} choose={setChosen} />
            {chosen && (
              <AnswerForm
                key={chosen}
                id={chosen}
                patientId={patientId}
                context={{ kind: 'between' }}
                onSaved={saved}
              />
            )}
          </div>
        )}
      </Dialog>
    </div>
  )
}

const Which = ({ chosen, choose }: { chosen: string | undefined; choose: (id: string | undefined) => void }) => {
  const { data } = useRead<{ questionnaires: Listed[] }>('/api/questionnaires')
  return (
    <Select
      name="which"
      label={words.which}
      hint={words.whichHint}
      value={chosen}
      onChange={choose}
      options={(data?.questionnaires ?? []).map((one) => ({ value: one.id, label: labelOf(one) }))}
    />
  )
}

const labelOf = ({ title, words: here, by, range }: Listed): string => {
  if (here === 'none') return range === null ? words.withNumbers(title) : words.withTotal(title)
  return by === 'clinician' ? words.byClinician(title) : title
}
