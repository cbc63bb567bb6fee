import { controlWords } from '../words/en/controls.ts'
import { Button } from './Button.tsx'

/** Prints this screen through the print styles (Letter and A4). */
export const PrintButton = ({ children }: { children?: string }) => (
  <Button kind="quiet" onPress={() => window.print()}>
    {children ?? controlWords.print}
  </Button>
)
