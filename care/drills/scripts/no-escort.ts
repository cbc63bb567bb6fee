import { register } from '../../../science/register.ts'
import { lozengeLimits } from '../../../science/routes/limits.ts'
import { type Script, training } from '../script.ts'

const source = training
const calm = { systolic: 122, diastolic: 76, heartRate: 70, spo2: 98, respiratoryRate: 14, moaas: 5 }
/** The shortest stay is over: everything else is as it was before the lozenge. */
const stay = lozengeLimits.minimumStayMinutes.value

export const noEscort: Script = {
  id: 'no-escort',
  version: 1,
  route: 'lozenge',
  title: 'Nobody comes to take the patient home',
  trains: 'A patient who feels well and wants to leave, and an escort who does not come.',
  source,
  baseline: calm,
  moments: [
    {
      after: 0,
      source,
      signs: { ...calm, systolic: 126, heartRate: 74 },
      trips: [],
      looks: 'Has just spat out the last of the lozenges. Answers at once.',
    },
    {
      after: 30,
      source,
      signs: { ...calm, systolic: 132, diastolic: 82, heartRate: 78 },
      trips: [],
      looks: 'Lies with closed eyes, opens them at once when spoken to.',
      says: 'Everything is far away.',
    },
    {
      after: 75,
      source,
      signs: calm,
      trips: [],
      looks: 'Reads a book, walks to the window and back without swaying.',
    },
    {
      after: stay,
      source,
      signs: calm,
      trips: [],
      looks: 'Stands at the door with the coat on, steady, wide awake. The waiting room is empty.',
      says: 'My sister wrote that she cannot come. I feel fine. I will take the bus.',
    },
    {
      after: stay + 25,
      source,
      signs: calm,
      trips: [],
      looks: 'Sits in the waiting room. A man has come in and asks for the patient.',
      says: 'This is my neighbor, Drill Neighbor, 503 555 0102. He is driving me home.',
    },
  ],
  expects: [
    {
      id: 'not-here',
      look: 'fact',
      fact: 'escortPresent',
      is: false,
      from: stay,
      within: 10,
      says: 'That the escort is not here is written down.',
      source: training,
    },
    {
      id: 'held',
      look: 'not released',
      from: 0,
      until: stay + 25,
      says: 'The patient is not released while nobody is there to take them home (RL-23).',
      source: register.spravatoLabel2019,
    },
    {
      id: 'here',
      look: 'fact',
      fact: 'escortPresent',
      is: true,
      from: stay + 25,
      within: 10,
      says: 'That somebody has come is written down once they are there.',
      source: training,
    },
  ],
}
