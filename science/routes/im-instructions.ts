import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Line } from './lines.ts'
import type { Protocol } from './protocol.ts'

const line = (id: string, says: string, source: Source, reviewBy = generalReview): Line => ({
  id,
  says,
  source,
  reviewBy,
})
const label = (id: string, says: string, source: Source): Line => line(id, says, source, labelReview)

/** What a patient reads before and after an IM session. Plain words, about 8th grade. */
export const imInstructions: Protocol['instructions'] = {
  before: [
    line('IM-B1', 'Do not eat for {foodFreeMinutes} before your session.', policy('fasting before IM ketamine')),
    line(
      'IM-B2',
      'You may drink clear fluids until {drinkFreeMinutes} before your session, then nothing.',
      policy('fasting before IM ketamine'),
    ),
    line(
      'IM-B3',
      'Take your blood pressure tablets as usual unless you were told otherwise.',
      policy('medicines on the day'),
    ),
    label(
      'IM-B4',
      'Bring a list of your medicines. Tell us about sedatives, opioids, stimulants and MAOI antidepressants.',
      register.spravatoInteractions,
    ),
    line('IM-B5', 'Do not stop any medicine without talking to your clinician.', policy('medicines on the day')),
    line(
      'IM-B6',
      'No alcohol or recreational drugs for 24 hours before and after.',
      policy('alcohol and drugs around a session'),
    ),
    label(
      'IM-B7',
      'Arrange for an adult you trust to take you home, and give us their name.',
      register.spravatoLabel2019,
    ),
    label(
      'IM-B8',
      'Tell us before the session if you might be pregnant, feel ill, have chest pain or high blood pressure, have thoughts of suicide, or have trouble passing urine.',
      register.spravatoLabel2019,
    ),
  ],
  after: [
    line(
      'IM-A1',
      'Rest. Until the next day, after a good night’s sleep: do not drive, cycle, swim or use machines.',
      policy('the esketamine label’s driving advice, used for every route'),
      labelReview,
    ),
    line(
      'IM-A2',
      'Until then, do not look after children alone, sign contracts, drink alcohol or take sedatives you were not told to take.',
      policy('the day of a session'),
    ),
    line('IM-A3', 'You may feel tired, a little odd, sick, or have a mild headache.', register.sideEffectsReview),
    line('IM-A4', 'Answer the questions we send you the next day.', policy('next-day check')),
  ],
  getHelp: [
    line(
      'IM-H1',
      'Call 911 if someone cannot be woken, breathing is slow or stops, lips turn blue, or there is chest pain, a sudden very bad headache, signs of a stroke, a seizure, or a bad allergic reaction.',
      register.spravatoLabelMemory,
      labelReview,
    ),
    line(
      'IM-H2',
      'Thoughts of suicide or of hurting yourself: call or text 988. In danger right now: call 911. Then tell us.',
      register.lifeline,
    ),
    line(
      'IM-H3',
      'Call the clinic now for vomiting that lasts over 6 hours, confusion or feeling unreal the next day, a very high blood pressure reading, or a fall or a blow to the head.',
      policy('when to call the clinic'),
    ),
    line(
      'IM-H4',
      'Call the clinic within 24 hours for burning, frequent or bloody urine, yellow eyes or dark urine, a racing mood, seeing or hearing things, or cravings.',
      policy('when to call the clinic'),
    ),
  ],
}
