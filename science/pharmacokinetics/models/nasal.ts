import { type Fact, from, type Spread } from '../fact.ts'
import { papers } from '../sources.ts'

/** The esketamine nasal device. Compounded racemic sprays are absorbed far less (11 to 17 %): not for them. */
export const nasalFacts = from(papers.perezRuixo, {
  deviceMg: [28, 'mg'],
  noseFraction: [0.54, 'fraction'],
  laterDevices: [0.62, 'factor'],
  noseRate: [2.93, '1/h'],
  japaneseNoseFraction: [1.34, 'factor'],
}) satisfies Record<string, Fact>

export const nasalSpreads = {
  noseFraction: { variance: 0.501, scale: 'logit', source: papers.perezRuixo },
  noseRate: { variance: 0.319, scale: 'log', source: papers.perezRuixo },
} as const satisfies Record<string, Spread>
