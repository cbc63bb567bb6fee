import { register } from '../../../science/register.ts'
import { passedOn, setAt, takenUp } from '../expecting.ts'
import { type Script, training } from '../script.ts'

const source = training

export const panic: Script = {
  id: 'panic',
  version: 1,
  route: 'iv',
  title: 'Panic while the infusion runs',
  trains: 'Fear and a racing heart, told apart from a crisis of the heart or the brain, and handed on.',
  source,
  baseline: { systolic: 122, diastolic: 76, heartRate: 72, spo2: 98, respiratoryRate: 14, moaas: 5 },
  moments: [
    {
      after: 0,
      source,
      signs: { systolic: 124, diastolic: 78, heartRate: 74, spo2: 98, respiratoryRate: 14, moaas: 5 },
      trips: [],
      looks: 'Lies back, eyes open. The pump runs.',
    },
    {
      after: 12,
      source,
      signs: { systolic: 162, diastolic: 96, heartRate: 138, spo2: 98, respiratoryRate: 26, moaas: 5 },
      trips: ['RL-15a'],
      looks: 'Sits up, pulls at the line, trembles. No pain, no weakness; sight and head as usual when asked.',
      says: 'It is too much. I am frightened. Please stop it.',
    },
    {
      after: 17,
      source,
      signs: { systolic: 156, diastolic: 92, heartRate: 132, spo2: 98, respiratoryRate: 22, moaas: 5 },
      trips: ['RL-15a'],
      looks: 'Holds a hand, breathes along when somebody counts.',
      says: 'Stay with me.',
    },
    {
      after: 23,
      source,
      signs: { systolic: 138, diastolic: 84, heartRate: 108, spo2: 98, respiratoryRate: 18, moaas: 5 },
      trips: [],
      looks: 'Lies back again, damp forehead, answers at once.',
      says: 'It is passing.',
    },
    {
      after: 35,
      source,
      signs: { systolic: 126, diastolic: 80, heartRate: 84, spo2: 98, respiratoryRate: 15, moaas: 5 },
      trips: [],
      looks: 'Calm, answers at once.',
    },
  ],
  expects: [
    setAt(12, ['systolic', 'diastolic', 'heartRate', 'spo2'], 'What the monitor shows is written down.'),
    {
      id: 'asked',
      look: 'set',
      from: 12,
      within: 5,
      of: ['crisisSymptoms'],
      says: 'Chest pain, breath, headache, sight, weakness are asked about and the answer is written down (RL-13).',
      source: register.spravatoLabelMemory,
    },
    takenUp('RL-15a', 12, 'The alert about the pulse is taken up by somebody.'),
    passedOn('RL-15a', 12, 'A clinician is called: the alert is escalated or handed over, or the session is.'),
    {
      id: 'fear',
      look: 'effect',
      effect: 'anxiety',
      from: 12,
      within: 10,
      says: 'The fear is written down as a side effect.',
      source: training,
    },
  ],
}
