import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { CopyButton } from '../../../web/controls/CopyButton.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import './accounts.css'

const words = accountWords.recovery

/** Shown once. One goes on after saying that they are kept. */
export const RecoveryCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const [kept, setKept] = useState<true>()
  return (
    <div className="stack">
      <PageTitle title={words.title}>{words.body}</PageTitle>
      <p className="on-paper-only">{words.paper}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p>{words.keep}</p>
      <div className="row on-screen-only">
        <PrintButton>{words.print}</PrintButton>
        <CopyButton text={codes.join('\n')} copy={words.copy} copied={words.copied} />
      </div>
      <div className="stack on-screen-only">
        <Check name="kept" label={words.kept} value={kept} onChange={setKept} />
        <Button why={kept ? undefined : words.first} onPress={onKept}>
          {words.go}
        </Button>
      </div>
    </div>
  )
}
