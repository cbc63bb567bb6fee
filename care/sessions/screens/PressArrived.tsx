import { api } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { useOnce } from './use-once.ts'

export const PressArrived = ({
  id: sessionId,
  name,
  onDone,
}: {
  id: string
  name: string
  onDone: () => Promise<unknown>
}) => {
  const [id] = useOnce()
  return (
    <Button
      kind="quiet"
      label={`${sessionWords.day.arrive}: ${name}`}
      onPress={async () => {
        await api.post(`/api/sessions/${sessionId}/arrive`, { id, happenedAt: new Date(serverNow()).toISOString() })
        await onDone()
      }}
    >
      {sessionWords.day.arrive}
    </Button>
  )
}
