const found = {
  generalCondition: 'General condition',
  airway: 'Airway and neck',
  heartSounds: 'Heart and circulation',
  lungs: 'Lungs',
  abdomen: 'Abdomen',
  neurological: 'Neurological',
  appearance: 'Appearance',
  behaviour: 'Behavior and attitude',
  speech: 'Speech',
  mood: 'Mood',
  affect: 'Affect',
  thoughtProcess: 'Thought process',
  thoughtContent: 'Thought content',
  perception: 'Perception',
  orientation: 'Orientation',
  attention: 'Attention',
  memory: 'Memory',
  insight: 'Insight',
  judgement: 'Judgment',
  understanding: 'Understands what was explained',
  appreciation: 'Appreciates that it applies to them',
  reasoning: 'Weighs the options against each other',
  expressingAChoice: 'States a choice, and keeps to it',
} as const

type Found = keyof typeof found
const inWords = Object.fromEntries(
  Object.entries(found).map(([name, label]) => [`${name}Said`, `${label}: what you found`]),
) as Record<`${Found}Said`, string>

/** What a clinician examines: the body, the mental status, and the abilities that deciding rests on. */
export const examinationWords = {
  questions: { ...found, ...inWords },
  hints: {
    mood: 'In the patient’s own words.',
    thoughtContent: 'Including any thoughts of suicide or of harming others.',
  },
  choices: {
    'nothing of note': 'Nothing of note',
    'something of note': 'Something of note',
    shown: 'Shown',
    'not shown': 'Not shown',
    'not clear': 'Not clear',
  },
  notExamined: 'Not examined',
  lead: 'What you do not enter stays “not examined”. Nothing is filled in for you.',
  capacityLead:
    'For this decision, today. What you do not enter stays “not examined”. Whether capacity is in doubt, you say.',
  describe: 'Not described yet.',
  bodyMass: (index: string) => `BMI ${index} kg/m²`,
  bodyMassFrom: (weight: string, height: string) => `from ${weight} and ${height}`,
  measured: (value: string, by: string, when: string) => `${value} (${by}, ${when})`,
  bodyMassUnknown: (missing: string) => `BMI not known: ${missing}`,
  missing: { height: 'no height is recorded', weight: 'no actual weight is recorded' },
} as const
