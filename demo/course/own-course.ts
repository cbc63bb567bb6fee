import { randomUUID } from 'node:crypto'
import { ask } from './answering.ts'
import { done, type Hands } from './hands.ts'

/** The patient opens their own course, says that they want to note a daily mood where they have not yet, and taps one. */
export const noteMood = async (
  hands: Pick<Hands, 'monitor' | 'holding' | 'now'>,
  patientId: string,
  value: number,
): Promise<void> => {
  const phone = hands.holding(await ask(hands, patientId, 'course'))
  const { moodWanted } = done<{ moodWanted: boolean | null }>(await phone.get('/api/link/course'), 'Opening the course')
  if (moodWanted !== true) {
    done(await phone.post('/api/link/course/choice', { id: randomUUID(), wanted: true }), 'Choosing a daily mood')
  }
  const moods = [{ id: randomUUID(), value, at: hands.now() }]
  done(await phone.post('/api/link/course/moods', { moods }), 'Noting a mood')
}
