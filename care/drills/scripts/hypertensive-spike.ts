import { register } from '../../../science/register.ts'
import { againAfter, passedOn, setAt, takenUp } from '../expecting.ts'
import { type Script, training } from '../script.ts'

const source = training

export const hypertensiveSpike: Script = {
  id: 'hypertensive-spike',
  version: 1,
  route: 'im',
  title: 'Pressure spike after an injection',
  trains: 'A high reading seen, asked about, handed on and repeated.',
  source,
  baseline: { systolic: 126, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14, moaas: 5 },
  moments: [
    {
      after: 0,
      source,
      signs: { systolic: 130, diastolic: 80, heartRate: 76, spo2: 98, respiratoryRate: 14, moaas: 5 },
      trips: [],
      looks: 'Lies still with open eyes and answers at once.',
    },
    {
      after: 9,
      source,
      signs: { systolic: 152, diastolic: 94, heartRate: 88, spo2: 98, respiratoryRate: 16, moaas: 5 },
      trips: [],
      looks: 'Looks at the ceiling, answers at once when spoken to.',
      says: 'The room is soft. It is all right.',
    },
    {
      after: 19,
      source,
      signs: { systolic: 188, diastolic: 108, heartRate: 96, spo2: 97, respiratoryRate: 18, moaas: 5 },
      trips: ['RL-12'],
      looks: 'Red in the face, answers at once. Asked about pain, breath, head and sight: nothing of the kind.',
      says: 'My face is hot.',
    },
    {
      after: 25,
      source,
      signs: { systolic: 176, diastolic: 102, heartRate: 92, spo2: 97, respiratoryRate: 17, moaas: 5 },
      trips: [],
      looks: 'Less red, answers at once.',
    },
    {
      after: 32,
      source,
      signs: { systolic: 154, diastolic: 92, heartRate: 84, spo2: 98, respiratoryRate: 15, moaas: 5 },
      trips: [],
      looks: 'Calm, answers at once.',
    },
    {
      after: 44,
      source,
      signs: { systolic: 136, diastolic: 84, heartRate: 76, spo2: 98, respiratoryRate: 14, moaas: 5 },
      trips: [],
      looks: 'Sits up and asks for water.',
    },
  ],
  expects: [
    setAt(
      19,
      ['systolic', 'diastolic', 'heartRate', 'spo2'],
      'The high reading is written down as the monitor shows it.',
    ),
    {
      id: 'asked',
      look: 'set',
      from: 19,
      within: 5,
      of: ['crisisSymptoms'],
      says: 'Chest pain, breath, headache, sight, weakness are asked about and the answer is written down (RL-13).',
      source: register.spravatoLabelMemory,
    },
    takenUp('RL-12', 19, 'The alert about the pressure is taken up by somebody.'),
    passedOn('RL-12', 19, 'A clinician is called: the alert is escalated or handed over, or the session is.'),
    againAfter('RL-12', 19, ['systolic', 'diastolic'], 'The pressure is taken again after about 5 minutes.'),
    {
      id: 'on-time',
      look: 'on time',
      until: 36,
      says: 'No observation that was due in the first half hour was left out.',
      source: training,
    },
  ],
}
