import { controlWords } from '../words/en/controls.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** Says that what stands in the fields was typed before, and lets somebody start over. */
export const DraftKept = ({ onStartOver }: { onStartOver: () => void }) => (
  <Notice live title={controlWords.draftKept}>
    <Button kind="plain" onPress={onStartOver}>
      {controlWords.discardDraft}
    </Button>
  </Notice>
)
