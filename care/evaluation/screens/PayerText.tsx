import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { payerText } from '../payer-text.ts'

const words = evaluationWords.trials

/** The derived text, to be changed and copied. What was typed into it stays until the page is left. */
export const PayerText = ({ recorded }: { recorded: Parameters<typeof payerText>[0] }) => {
  const [typed, setTyped] = useState<string>()
  const [copied, setCopied] = useState(false)
  const text = typed ?? payerText(recorded)
  return (
    <section className="stack" data-gap="tight">
      <TextArea
        name="payer-text"
        label={words.text}
        hint={words.textHint}
        rows={10}
        value={text}
        onChange={(changed) => {
          setTyped(changed ?? '')
          setCopied(false)
        }}
      />
      <p className="row">
        <Button
          kind="quiet"
          onPress={async () => {
            await navigator.clipboard.writeText(text)
            setCopied(true)
          }}
        >
          {words.copy}
        </Button>
        <span aria-live="polite">{copied && words.copied}</span>
      </p>
    </section>
  )
}
