import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { substanceWordsIn } from '../../../clinic/releases/substance-words.ts'
import { api, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Checks } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { payerWords as words } from '../../../web/words/en/payer.ts'
import { says } from '../../../web/words/en/says/payer.ts'
import { openPayerWords, type PayerAnswer, TakePayerText } from '../payer-taken.ts'
import { payerText } from '../payer-text.ts'

const Typed = TakePayerText.pick({ recipientId: true, text: true })
  .extend({ substanceUse: z.enum(['yes', 'no'], says.substanceUse), looked: z.array(z.string()).optional() })
  .superRefine(({ text, substanceUse, looked = [] }, context) => {
    const open = openPayerWords({ text, substanceUse: substanceUse === 'yes', lookedWords: looked })
    if (open.length > 0) context.addIssue({ code: 'custom', path: ['looked'], message: says.words(open) })
  })

type Shown = { patientId: string; recorded: Parameters<typeof payerText>[0] }

/** The derived text, to be changed and copied. It leaves only under a release to that payer, and is kept as it left. */
export const PayerText = ({ patientId, recorded }: Shown) => {
  const path = `/api/patients/${patientId}/payer-text`
  const { data, refetch } = useRead<PayerAnswer>(path)
  const [copied, setCopied] = useState<boolean>()
  const mayWrite = useMay('evaluation.write')
  const timeZone = useTimeZone()
  const derived = payerText(recorded)
  const payers = data?.payers ?? []
  const [only, ...others] = payers
  return (
    <section className="stack" data-gap="tight">
      <h3>{words.title}</h3>
      {data && payers.length === 0 && (
        <Notice signal="held" title={words.noPayer}>
          <ToReleases patientId={patientId} />
        </Notice>
      )}
      <Form
        id={`payer-text.${patientId}`}
        schema={Typed}
        start={{ text: derived, ...(only && others.length === 0 ? { recipientId: only.id } : {}) }}
        key={payers.length}
        save={words.copy}
        kind="quiet"
        why={mayWrite ? (payers.length === 0 ? words.noPayer : undefined) : words.notYours}
        onSave={async ({ recipientId, text, substanceUse, looked = [] }, { sentId: id }) => {
          await api.post(path, { id, recipientId, text, substanceUse: substanceUse === 'yes', lookedWords: looked })
          // Stored as taken either way: where the browser does not copy, the text is there to be marked by hand.
          setCopied(
            await navigator.clipboard.writeText(text).then(
              () => true,
              () => false,
            ),
          )
          await refetch()
        }}
      >
        <TextArea name="text" label={words.text} hint={words.textHint} rows={10} />
        <FromRecord derived={derived} />
        {payers.length > 0 && (
          <Choice
            name="recipientId"
            label={words.payer}
            options={payers.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <Held patientId={patientId} payers={payers} />
        <Choice
          name="substanceUse"
          label={words.substanceUse}
          hint={words.substanceUseHint}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: words.answers[value] }))}
          across
        />
        <Looked />
      </Form>
      <p aria-live="polite">{copied !== undefined && (copied ? words.copied : words.notCopied)}</p>
      {data && data.taken.length > 0 && (
        <details>
          <summary>{words.taken(data.taken.length)}</summary>
          <ul>
            {data.taken.map(({ id, to, at, by, textHash }) => (
              <li key={id}>
                {words.takenLine(to, by, showMoment(at, timeZone))}{' '}
                <code title={textHash}>{textHash.slice(0, 12)}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const ToReleases = ({ patientId }: { patientId: string }) => (
  <ButtonLink to={`/patients/${patientId}/releases`} kind="quiet">
    {words.toReleases}
  </ButtonLink>
)

/** What is missing before it may go to the payer that is chosen. */
const Held = ({ patientId, payers }: { patientId: string; payers: PayerAnswer['payers'] }) => {
  const { recipientId } = useFormValues<{ recipientId?: string }>()
  const sharing = payers.find(({ id }) => id === recipientId)?.sharing
  if (!sharing || sharing.may) return null
  return (
    <Notice signal="held" title={says.notReleased}>
      <ul>
        {sharing.because.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      <ToReleases patientId={patientId} />
    </Notice>
  )
}

/** Words of substance use that stand in the text: whoever answers "no" has looked at each. */
const Looked = () => {
  const { text = '', substanceUse } = useFormValues<{ text?: string; substanceUse?: string }>()
  const found = substanceWordsIn(text)
  if (substanceUse !== 'no' || found.length === 0) return null
  const options = found.map((word) => ({ value: word, label: word }))
  return <Checks name="looked" label={words.looked} hint={words.lookedHint} options={options} />
}

const FromRecord = ({ derived }: { derived: string }) => {
  const { setValue } = useFormContext()
  const { text } = useFormValues<{ text?: string }>()
  if (text === derived) return null
  return (
    <div>
      <Button kind="plain" onPress={() => setValue('text', derived, { shouldDirty: true })}>
        {words.takeFromRecord}
      </Button>
    </div>
  )
}
