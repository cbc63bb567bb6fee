import { useState } from 'react'
import { controlWords } from '../words/en/controls.ts'
import { Button } from './Button.tsx'
import { Check } from './Check.tsx'
import { Field } from './Field.tsx'
import './Form.css'

/**
 * A signature by typing one's name and ticking what it means. What was signed, by whom and when is the server's to keep.
 * The name is not compared with the record: people sign as they sign, and a person looks at it.
 */
export const TypedSignature = ({
  statement,
  sign,
  why,
  onSign,
}: {
  /** What the signature means: "I have read this and had my questions answered." */
  statement: string
  /** The verb on the button. */
  sign: string
  /** Why it cannot be signed yet, besides what is missing here. */
  why?: string | undefined
  onSign: (signedName: string) => Promise<unknown>
}) => {
  const [name, setName] = useState<string>()
  const [agreed, setAgreed] = useState<true>()
  const typed = name?.trim()
  const missing = !agreed ? controlWords.tickFirst : !typed ? controlWords.nameFirst : undefined
  return (
    <div className="form">
      <Check name="agreed" label={statement} value={agreed} onChange={setAgreed} />
      <Field
        name="signedName"
        label={controlWords.typedSignature}
        hint={controlWords.typedSignatureHint}
        autoComplete="name"
        capitals="words"
        value={name}
        onChange={setName}
      />
      <Button why={why ?? missing} onPress={() => onSign(typed ?? '')}>
        {sign}
      </Button>
    </div>
  )
}
