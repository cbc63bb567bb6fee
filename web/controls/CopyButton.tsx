import { useState } from 'react'
import { Button } from './Button.tsx'

/** Copies, and says so in its own word. Not there where the browser cannot copy (an address without https). */
export const CopyButton = ({ text, copy, copied }: { text: string; copy: string; copied: string }) => {
  const [done, setDone] = useState(false)
  if (!('clipboard' in navigator)) return null
  return (
    <Button
      kind="quiet"
      onPress={async () => {
        await navigator.clipboard.writeText(text)
        setDone(true)
      }}
    >
      {done ? copied : copy}
    </Button>
  )
}
