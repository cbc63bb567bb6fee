import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { studies } from '../studies.ts'
import { type Fact, fact, labelFact } from './fact.ts'

const none = policy('no study of these routes was found')

/** How good the proof is, by condition; the ids are those of science/indications. */
export const conditionFacts: Record<string, readonly Fact[]> = {
  'IND-TRD': [
    labelFact('PI-01', 'Spray: approved by the FDA for this.', [register.spravatoEpocrates, studies.approvalAlone]),
    fact(
      'PI-02',
      'Drip: strong evidence for one dose, fair evidence for a set of doses. One guideline lists it as a third choice, after other treatments.',
      [studies.canmat, studies.elektD],
    ),
    fact('PI-03', 'Shot and lozenge: weak evidence.', [studies.canmat, register.sublingualCohorts]),
    labelFact(
      'PI-18',
      'Other depression, with fewer than two medicines tried: the spray is not approved for it unless there are sudden thoughts of suicide. The evidence above is not about it.',
      [register.spravatoEpocrates, studies.approvalAlone],
    ),
  ],
  'IND-MDD-SI': [
    labelFact(
      'PI-04',
      'Spray: approved for the low mood, together with a pill. It has not been shown to prevent suicide, and it does not take the place of a hospital.',
      [register.spravatoEpocrates, register.spravatoSafetyCopy],
    ),
    fact(
      'PI-05',
      'Drip: fair evidence that such thoughts ease for days, up to a week. In one trial this was clear with bipolar disorder but not with depression. It does not take the place of a hospital.',
      [studies.abbar, studies.wilkinson],
    ),
    fact('PI-06', 'Shot: very weak evidence. Lozenge: very weak evidence, and not meant for this.', none),
  ],
  'IND-ANX': [
    fact('PI-07', 'Drip: weak evidence from small studies. For panic there are almost no trials.', register.oliver),
    fact('PI-08', 'Shot and lozenge: very weak evidence. Spray: not studied for this.', [studies.hull, none]),
  ],
  'IND-PTSD': [
    fact(
      'PI-09',
      'Drip: trials disagree. A small one found a benefit, a larger one found none. One guideline says not to use it for this.',
      [studies.feder, studies.abdallah, studies.vaPtsdMemory],
    ),
    fact('PI-10', 'Shot and lozenge: very weak evidence. Spray: not studied for this.', none),
  ],
  'IND-OCD': [
    fact('PI-11', 'Drip: weak evidence. Of two tiny studies, one helped 4 of 8 people and the other none of 10.', [
      studies.rodriguez,
      studies.bloch,
    ]),
    fact('PI-12', 'Shot, lozenge and spray: no studies were found.', none),
  ],
  'IND-BIP': [
    fact('PI-13', 'Drip: weak to fair evidence, along with a mood stabilizer. It could set off a very high mood.', [
      studies.bipolarMemory,
      studies.abbar,
    ]),
    fact('PI-14', 'Shot and lozenge: very weak evidence. Spray: not approved for this.', none),
  ],
  'IND-CRPS': [
    fact(
      'PI-15',
      'Drip: fair evidence that it eases pain for up to 12 weeks. The doses are different from those for mood.',
      register.asra,
    ),
    fact('PI-19', 'Shot, lozenge and spray: no studies were found.', none),
  ],
  'IND-NEURO': [
    fact('PI-16', 'Drip and lozenge: weak evidence, for a short time.', register.asra),
    fact('PI-20', 'Shot and spray: no studies were found.', none),
  ],
  'IND-FIBRO': [
    fact('PI-17', 'Drip: weak evidence or none.', register.asra),
    fact('PI-21', 'Shot, lozenge and spray: no studies were found.', none),
  ],
}
