import type { Code } from './code.ts'
import { coded, codeSources, ours, snomed } from './sources.ts'

const { snomedSeen } = codeSources

/** What else the log of a session can say besides readings, answers and doses. */
export const happenings = {
  'side-effect': ours('Side effect'),
  'side-effect-severity': ours('How bad the side effect is'),
  'side-effect-ended': ours('Side effect ended'),
  action: ours('What was done'),
  remark: ours('Remark'),
  'infusion-rate': ours('Rate set at the pump', { unit: 'mlPerH' }),
  pump: ours('What was done to the pump'),
  'lozenge-ended': ours('What became of the lozenge'),
  'lozenge-whole': ours('All of the lozenge had dissolved'),
  'line-placed': ours('Line into a vein placed'),
  'line-gauge': ours('Gauge of the line', { unit: 'gauge' }),
  'line-removed': ours('Line removed'),
} as const satisfies Record<string, Code>

/** Side effects by their names in science/scales/side-effects.ts. What is only near a published term keeps our own code. */
export const effects = {
  dissociation: ours('Dissociation'),
  sleepiness: ours('Sleepiness'),
  nausea: coded('Nausea', snomed('422587007'), snomedSeen),
  vomiting: coded('Vomiting', snomed('422400008'), snomedSeen),
  dizziness: coded('Dizziness', snomed('404640003'), snomedSeen),
  headache: coded('Headache', snomed('25064002'), snomedSeen),
  anxiety: coded('Anxiety', snomed('48694002'), snomedSeen),
  'blurred vision': ours('Blurred vision'),
  palpitations: ours('Palpitations'),
  'symptoms of raised blood pressure': ours('Symptoms of raised blood pressure'),
  confusion: ours('Confusion'),
  'change of perception': ours('Change of perception'),
  'sore injection site': ours('Sore injection site'),
  other: ours('Another side effect'),
} as const satisfies Record<string, Code>
