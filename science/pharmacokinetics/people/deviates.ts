/** What differs between virtual people, in the order of the columns of people.bin. Later columns are for clinicians only. */
export const deviateNames = [
  'weight',
  'centralVolume',
  'clearance',
  'muscleRate',
  'muscleFraction',
  'mucosaFraction',
  'mucosaDuration',
  'mucosaRate',
  'swallowedRate',
  'oralRate',
  'noseFraction',
  'noseRate',
  'nasalCentralVolume',
  'nasalPeripheralVolume',
  'liverFlow',
  'liverVolume',
  'liverElimination',
  'liverMetabolism',
  'norketamineVolume',
  'norketamineClearance',
  'nasalNorketamineVolume',
  'nasalNorketamineClearance',
] as const
export type DeviateName = (typeof deviateNames)[number]

/** How far one person lies from the typical one, in standard deviations, parameter by parameter. */
export type Deviates = (name: DeviateName) => number

/** The typical person of a published model: every deviate zero. Not an average of people. */
export const typicalPerson: Deviates = () => 0
