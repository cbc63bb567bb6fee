import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { readMode, setMode } from '../../../web/mode.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'

/** The room is dark: one tap makes the screen so too, and one brings it back. */
export const DimButton = () => {
  const [dim, setDim] = useState(() => readMode() === 'dim')
  return (
    <Button
      kind="plain"
      onPress={() => {
        setMode(dim ? 'system' : 'dim')
        setDim(!dim)
      }}
    >
      {dim ? sessionWords.now.undim : sessionWords.now.dim}
    </Button>
  )
}
