import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Line } from './lines.ts'
import type { Protocol } from './protocol.ts'

type Said = readonly [says: string, source: Source, reviewBy?: Line['reviewBy']]

const fasting: readonly Said[] = [
  ['Do not eat for {foodFreeMinutes} before your session.', policy('fasting before ketamine')],
  [
    'You may drink clear fluids until {drinkFreeMinutes} before your session, then nothing.',
    policy('fasting before ketamine'),
  ],
]

const sprayFasting: readonly Said[] = [
  ['Do not eat for {foodFreeMinutes} before your session.', register.spravatoPatientUse, labelReview],
  ['Do not drink for {drinkFreeMinutes} before your session.', register.spravatoPatientUse, labelReview],
  [
    'Do not use a nasal steroid or decongestant for {nasalSprayFreeMinutes} before your session.',
    register.spravatoPatientUse,
    labelReview,
  ],
]

const before: readonly Said[] = [
  ['Take your blood pressure pills as usual unless you were told otherwise.', policy('medicines on the day')],
  [
    'Bring a list of your medicines. Tell us about sedatives, opioids, stimulants and MAOI antidepressants.',
    register.spravatoInteractions,
    labelReview,
  ],
  ['Do not stop any medicine without talking to your clinician.', policy('medicines on the day')],
  ['No alcohol or recreational drugs for 24 hours before and after.', policy('alcohol and drugs around a session')],
  ['Arrange for an adult you trust to take you home, and give us their name.', register.spravatoLabel2019, labelReview],
  [
    'Tell us before the session if you might be pregnant, feel ill, have chest pain or high blood pressure, have thoughts of suicide, or have trouble urinating.',
    register.spravatoLabel2019,
    labelReview,
  ],
]

const rest = 'Rest. Until the next day, after a good night’s sleep: do not drive, bike, swim or use machines.'
const driving: Said = [rest, policy('the esketamine label’s driving advice, used for every route'), labelReview]
const sprayDriving: Said = [rest, register.spravatoLabel2019, labelReview]

const after: readonly Said[] = [
  [
    'Until then, do not look after children alone, sign contracts, drink alcohol or take sedatives you were not told to take.',
    policy('the day of a session'),
  ],
  ['You may feel tired, a little off, or sick to your stomach, or have a mild headache.', register.sideEffectsReview],
  ['Answer the questions we send you the next day.', policy('next-day check')],
]

const noTakeHome: Said = ['The spray is used here only. None is given to take home.', register.remsSite, labelReview]

const getHelp: readonly Said[] = [
  [
    'Call 911 if someone cannot be woken, breathing is slow or stops, lips turn blue, or there is chest pain, a sudden very bad headache, signs of a stroke, a seizure, or a bad allergic reaction.',
    register.spravatoLabelMemory,
    labelReview,
  ],
  [
    'Thoughts of suicide or of hurting yourself: call or text 988. In danger right now: call 911. Then tell us.',
    register.lifeline,
  ],
  [
    'Call the clinic now for vomiting that lasts over 6 hours, confusion or feeling unreal the next day, a very high blood pressure reading, or a fall or a blow to the head.',
    policy('when to call the clinic'),
  ],
  [
    'Call the clinic within 24 hours for burning, frequent or bloody urine, yellow eyes or dark urine, a racing mood, seeing or hearing things, or cravings.',
    policy('when to call the clinic'),
  ],
]

const numbered = (prefix: string, said: readonly Said[]): Line[] =>
  said.map(([says, source, reviewBy = generalReview], index) => ({
    id: `${prefix}${index + 1}`,
    says,
    source,
    reviewBy,
  }))

/** What a patient reads before and after a session with ketamine. Plain words, about 8th grade. */
export const racemicInstructions = (prefix: 'IM' | 'IV' | 'LZ'): Protocol['instructions'] => ({
  before: numbered(`${prefix}-B`, [...fasting, ...before]),
  after: numbered(`${prefix}-A`, [driving, ...after]),
  getHelp: numbered(`${prefix}-H`, getHelp),
})

/** A lozenge also asks for what becomes of it: what is swallowed changes how much is taken up. */
export const lozengeInstructions: Protocol['instructions'] = {
  ...racemicInstructions('LZ'),
  before: numbered('LZ-B', [...fasting, ...before, ['Swallow it or spit it out as you were told.', register.chong]]),
  after: numbered('LZ-A', [
    driving,
    ...after,
    [
      'If you have lozenges at home: lock them up, take no more than you were told, and do not share them with anyone.',
      policy('lozenges outside the clinic'),
    ],
  ]),
}

/** The same for the nasal spray, where the label says what elsewhere is policy. */
export const sprayInstructions: Protocol['instructions'] = {
  before: numbered('ESK-B', [...sprayFasting, ...before]),
  after: numbered('ESK-A', [sprayDriving, ...after, noTakeHome]),
  getHelp: numbered('ESK-H', getHelp),
}
