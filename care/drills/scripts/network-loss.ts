import { setAt } from '../expecting.ts'
import { type Script, training } from '../script.ts'

const source = training
const calm = { systolic: 128, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14, moaas: 5 }

export const networkLoss: Script = {
  id: 'network-loss',
  version: 1,
  route: 'im',
  title: 'The network goes away',
  trains: 'Going on at the bedside without contact, and seeing that everything arrives afterwards.',
  source,
  baseline: calm,
  away: { from: 8, until: 34 },
  moments: [
    { after: 0, source, signs: calm, trips: [], looks: 'Lies still, answers at once.' },
    {
      after: 9,
      source,
      signs: { ...calm, systolic: 144, diastolic: 88, heartRate: 84 },
      trips: [],
      looks: 'Looks around with wide eyes, answers at once.',
    },
    {
      after: 19,
      source,
      signs: { ...calm, systolic: 148, diastolic: 90, heartRate: 86, respiratoryRate: 16 },
      trips: [],
      looks: 'Hums quietly, answers at once.',
    },
    {
      after: 29,
      source,
      signs: { ...calm, systolic: 136, diastolic: 84, heartRate: 78 },
      trips: [],
      looks: 'Stretches, answers at once.',
    },
    { after: 44, source, signs: calm, trips: [], looks: 'Asks for water.' },
  ],
  expects: [
    setAt(9, ['systolic', 'diastolic', 'heartRate', 'spo2'], 'The set due at 10 minutes is taken without the network.'),
    setAt(
      19,
      ['systolic', 'diastolic', 'heartRate', 'spo2'],
      'The set due at 20 minutes is taken without the network.',
    ),
    setAt(
      29,
      ['systolic', 'diastolic', 'heartRate', 'spo2'],
      'The set due at 30 minutes is taken without the network.',
    ),
    {
      id: 'on-time',
      look: 'on time',
      until: 36,
      says: 'No observation that was due in the first half hour was left out, and all of it reached the clinic.',
      source: training,
    },
  ],
}
