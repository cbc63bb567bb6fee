import { Button } from '../../../web/controls/Button.tsx'
import { switchDim, useMode } from '../../../web/mode.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'

/** The room is dark: one tap makes the screen so too, and one brings back what was there before. */
export const DimButton = () => (
  <Button kind="plain" onPress={switchDim}>
    {useMode() === 'dim' ? sessionWords.now.undim : sessionWords.now.dim}
  </Button>
)
