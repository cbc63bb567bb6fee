import { type ChangeEvent, useState } from 'react'
import { z } from 'zod'
import { measureById } from '../../../science/instruments/catalogue.ts'
import { ContentPack, emptyPack, inWordsOf, type PackLanguage } from '../../../science/instruments/pack.ts'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { questionnaireScreenWords as words } from '../../../web/words/en/questionnaires.ts'
import type { Listed } from '../shown.ts'
import type { AllListed } from './Questionnaires.tsx'

type Wrong = { title: string; lines: string[] }

/** What a file says, checked by the same rules as the server: a pack that fits, or what is wrong and where. */
const read = (id: string, said: string): ContentPack | Wrong => {
  const json = jsonIn(said)
  const parsed = ContentPack.safeParse(json)
  if (!parsed.success)
    return {
      title: words.notAPack,
      lines: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    }
  const measure = measureById[id]
  const worded = measure && inWordsOf(measure, parsed.data)
  if (worded && 'refused' in worded)
    return { title: words.doesNotFit, lines: worded.refused.map(({ field, reason }) => `${field}: ${reason}`) }
  return parsed.data
}

const jsonIn = (said: string): unknown => {
  try {
    return JSON.parse(said)
  } catch {
    return undefined
  }
}

const emptyFile = (id: string, language: PackLanguage): string => {
  const measure = measureById[id]
  return `data:application/json,${encodeURIComponent(JSON.stringify(measure ? emptyPack(measure, language) : {}, null, 2))}`
}

const Signing = z.object({ licenceHeld: z.literal(true) })

/** A file with a questionnaire's words, looked over before anybody signs for it. */
export const BringWords = ({
  one: { id, title },
  language,
  changed,
}: {
  one: Listed
  language: PackLanguage
  changed: (all: AllListed) => void
}) => {
  const [open, setOpen] = useState(false)
  const [found, setFound] = useState<ContentPack | Wrong>()
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    setFound(file ? read(id, await file.text()) : undefined)
  }
  return (
    <span>
      <Button kind="plain" label={`${words.bring}: ${title}`} onPress={() => setOpen(true)}>
        {words.bring}
      </Button>
      <Dialog title={`${words.bring}: ${title}`} open={open} onClose={() => setOpen(false)}>
        <p>{words.bringHelp}</p>
        <p>{words.translationHelp}</p>
        <p>
          <a href={emptyFile(id, language)} download={`${id}.json`}>
            {words.emptyFile}
          </a>
        </p>
        <label className="field">
          {words.file}{' '}
          <input
            className="file"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void choose(event)}
          />
        </label>
        {found && 'lines' in found && (
          <Notice signal="attention" title={found.title} live>
            <ul>
              {found.lines.slice(0, 12).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        {found && 'format' in found && (
          <Form
            id={`questionnaire.pack.${id}`}
            schema={Signing}
            save={words.sign}
            keepDraft={false}
            onSave={async ({ licenceHeld }, { sentId }) => {
              changed(
                await api.post<AllListed>(`/api/questionnaires/${id}/pack`, { id: sentId, pack: found, licenceHeld }),
              )
              setOpen(false)
            }}
          >
            <p>{words.fits(title, found.version)}</p>
            <p>{words.holder(found.licence.holder, found.licence.reference)}</p>
            <Check name="licenceHeld" label={words.held} />
          </Form>
        )}
      </Dialog>
    </span>
  )
}
