import { z } from 'zod'
import { register } from '../register.ts'
import type { Source } from '../sources.ts'
import { studies } from '../studies.ts'

/** The table as it is shipped. It changes with every row that is added or put right. */
export const medicinesVersion = '2026-11-29'

/** What a class of medicines is called, what else people write for it, and who says that its members belong there. */
export type ClassRow = {
  says: string
  also?: readonly string[]
  /** Of `also`, those that mean a part of the class only, whose members belong to no other class that a rule looks at. */
  narrow?: readonly string[]
  source: Source
}

const known = studies.pharmacologyMemory
const row = (says: string, also: readonly string[] = [], source: Source = known): ClassRow => ({ says, also, source })

/** The classes that a rule looks at. Belonging to none of them is an answer; not being recognised is none. */
export const ruledClasses = {
  benzodiazepine: row('benzodiazepine', ['benzodiazepines', 'benzo', 'benzos']),
  zDrug: row('Z-drug', ['z drugs']),
  opioid: row('opioid', ['opioids', 'opiate', 'opiates', 'narcotic pain medicine']),
  gabapentinoid: row('gabapentinoid', ['gabapentinoids']),
  sedatingAntihistamine: row('sedating antihistamine', ['sedating antihistamines']),
  barbiturate: row('barbiturate', ['barbiturates']),
  alcohol: row('alcohol', ['ethanol']),
  otherDepressant: row('another CNS depressant'),
  stimulant: row('psychostimulant or modafinil', ['stimulant', 'stimulants', 'psychostimulant', 'psychostimulants']),
  maoi: row('MAO inhibitor', ['maoi', 'maois', 'mao inhibitors', 'monoamine oxidase inhibitor']),
  lamotrigine: row('lamotrigine', [], studies.veraart),
  lithium: row('lithium', [], studies.veraart),
  bluntingAntipsychotic: row('clozapine, haloperidol or risperidone', [], studies.veraart),
  theophylline: row('theophylline or aminophylline', [], register.ketamineLabelMemory),
  pressor: row('sympathomimetic, vasopressin, decongestant or caffeine', [
    ...['sympathomimetic', 'sympathomimetics', 'decongestant', 'decongestants', 'caffeine pills'],
  ]),
  thyroidHormone: row('thyroid hormone', ['thyroid hormones', 'thyroid medicine', 'thyroid pill']),
  opioidAntagonist: row('opioid antagonist', ['opioid antagonists']),
  strongCyp3a4Inhibitor: row('strong CYP3A4 inhibitor', ['cyp3a4 inhibitor']),
  cyp2b6Inhibitor: row('CYP2B6 inhibitor', [], studies.andrade),
  enzymeInducer: row('enzyme inducer', ['cyp3a4 inducer', 'enzyme inducers']),
  antidepressant: {
    ...row('SSRI, SNRI or another antidepressant', ['antidepressant', 'antidepressants']),
    narrow: ['ssri', 'ssris', 'snri', 'snris', 'tricyclic', 'tricyclics', 'tca'],
  },
  nmdaLike: row('memantine, dextromethorphan or amantadine'),
  antihypertensive: row('medicine for blood pressure', [
    ...['antihypertensive', 'antihypertensives', 'blood pressure medicine', 'blood pressure pill', 'beta blocker'],
    ...['beta blockers', 'ace inhibitor', 'calcium channel blocker', 'water pill'],
  ]),
  psychedelic: row('nitrous oxide, another NMDA antagonist or a psychedelic', ['psychedelic', 'psychedelics']),
} as const satisfies Record<string, ClassRow>

export type RuledClass = keyof typeof ruledClasses
export const RuledClass = z.enum(Object.keys(ruledClasses) as [RuledClass, ...RuledClass[]])

/** Classes that no interaction of the reference names, for the reader and for what contradicts an answer. */
export const otherClasses = {
  antipsychotic: row('antipsychotic', ['antipsychotics']),
  moodStabiliser: row('mood stabilizer', ['mood stabilizers', 'mood stabiliser', 'mood stabilisers']),
  ketamine: row('ketamine or esketamine'),
  statin: row('statin', ['statins']),
  diabetes: row('medicine for diabetes', ['insulins']),
  antacid: row('medicine for the stomach', ['antacid', 'antacids', 'ppi']),
  pain: row('pain medicine that is no opioid', ['nsaid', 'nsaids']),
  antibiotic: row('antibiotic', ['antibiotics']),
  hormone: row('hormone or contraceptive', ['birth control', 'birth control pill', 'oral contraceptive']),
  antiemetic: row('medicine for nausea', ['antiemetic', 'antiemetics']),
  anticoagulant: row('anticoagulant or platelet inhibitor', ['blood thinner', 'blood thinners', 'anticoagulant']),
  lungs: row('medicine for the lungs or the nose', ['inhaled steroid']),
  supplement: row('vitamin, mineral or supplement', ['multivitamin', 'vitamin', 'vitamins']),
  other: row('other medicine'),
} as const satisfies Record<string, ClassRow>

export const classes = { ...ruledClasses, ...otherClasses }
export type MedicineClass = keyof typeof classes
