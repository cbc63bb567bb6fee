import { register } from '../../../science/register.ts'
import { passedOn, setAt, takenUp } from '../expecting.ts'
import { type Script, training } from '../script.ts'

const source = training

export const deepSedation: Script = {
  id: 'deep-sedation',
  version: 1,
  route: 'esketamine',
  title: 'Deep sedation after the nasal spray',
  trains: 'Alertness rated from what is seen, falling SpO2 and breathing, an emergency taken up within the minute.',
  source,
  baseline: { systolic: 124, diastolic: 76, heartRate: 70, spo2: 98, respiratoryRate: 14, moaas: 5 },
  moments: [
    {
      after: 0,
      source,
      signs: { systolic: 126, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14, moaas: 5 },
      trips: [],
      looks: 'Leans back with open eyes and answers at once.',
    },
    {
      after: 9,
      source,
      signs: { systolic: 124, diastolic: 76, heartRate: 72, spo2: 97, respiratoryRate: 13, moaas: 4 },
      trips: ['RL-18a'],
      looks: 'Eyes half closed. Answers to the name in a normal voice, after a while.',
      says: 'Mm. Yes. I am here.',
    },
    {
      after: 24,
      source,
      signs: { systolic: 112, diastolic: 68, heartRate: 64, spo2: 92, respiratoryRate: 10, moaas: 2 },
      trips: ['RL-16a', 'RL-16b', 'RL-18b'],
      looks: 'Eyes closed, snores. No answer to a loud call; opens the eyes when shaken lightly at the shoulder.',
    },
    {
      after: 29,
      source,
      signs: { systolic: 108, diastolic: 64, heartRate: 60, spo2: 89, respiratoryRate: 7, moaas: 1 },
      trips: ['RL-16a', 'RL-16b', 'RL-17', 'RL-18b', 'RL-19'],
      looks: 'Does not react to a shake. Pulls the arm away only when the shoulder muscle is squeezed hard.',
    },
    {
      after: 34,
      source,
      signs: { systolic: 114, diastolic: 70, heartRate: 66, spo2: 95, respiratoryRate: 12, moaas: 3 },
      trips: ['RL-16b', 'RL-18b'],
      looks: 'The chin was lifted by a colleague. Answers after the name was called loudly twice.',
    },
    {
      after: 46,
      source,
      signs: { systolic: 122, diastolic: 76, heartRate: 70, spo2: 97, respiratoryRate: 14, moaas: 5 },
      trips: [],
      looks: 'Eyes open, answers at once.',
      says: 'Did I fall asleep?',
    },
  ],
  expects: [
    setAt(9, ['moaas', 'spo2'], 'Slower answers are rated and written down.'),
    setAt(24, ['moaas', 'spo2', 'respiratoryRate'], 'Deeper sedation and the fall of SpO2 are written down as seen.'),
    takenUp('RL-18b', 24, 'The alert about sedation is taken up by somebody.'),
    setAt(29, ['moaas', 'spo2', 'respiratoryRate'], 'The emergency is written down as seen.'),
    takenUp('RL-19', 29, 'The emergency is taken up within the minute.'),
    passedOn('RL-19', 29, 'Help is called: the alert is escalated or handed over, or the session is.'),
    {
      id: 'pressure-at-40',
      look: 'set',
      from: 35,
      within: 10,
      of: ['systolic', 'diastolic'],
      says: 'A blood pressure is written down 40 minutes after the last device, give or take 5 (RL-20).',
      source: register.spravatoDosing,
    },
  ],
}
