import { z } from 'zod'
import { everyRoute, type Rule } from '../decide.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import { above, all, any, atLeast, atMost, is, not } from '../truth.ts'

/** What may raise an alert between visits or across a course. Absent means unknown. */
export const RedLineFacts = z
  .object({
    /** 0 to 3. */
    phq9Item9: z.number().int().min(0).max(3),
    /** A suicide screen (ASQ, or C-SSRS where licensed) was completed at the same contact. */
    suicideScreenCompleted: z.boolean(),
    /** Points of PHQ-9 above the previous score; negative when it fell. */
    phq9Rise: z.number().int(),
    newSuicidalIdeation: z.boolean(),
    messageMentionsSelfHarm: z.boolean(),
    treatmentEnded: z.boolean(),
    nonResponse: z.boolean(),
    age: z.number().int().min(0),
    takesAntidepressant: z.boolean(),
    newOrWorseUrinarySymptoms: z.boolean(),
    /** Highest liver test as a multiple of its upper limit. */
    liverTestTimesLimit: z.number(),
    newManiaOrPsychosis: z.boolean(),
    rulesOutOfDate: z.number().int().min(0),
    recordReachable: z.boolean(),
  })
  .partial()
export type RedLineFacts = z.infer<typeof RedLineFacts>

const common = { routes: everyRoute, overriddenBy: ['prescriber'] } as const

export const suicideRedLines: readonly Rule<RedLineFacts>[] = [
  {
    ...common,
    id: 'RL-01',
    section: 'Suicide risk',
    severity: 'block',
    needs: ['phq9Item9'],
    holdsWhen: ({ phq9Item9 }) => atLeast(phq9Item9, 1),
    says: 'PHQ-9 question 9 is 1 or more: staff complete a suicide screen the same day. Show 988 at once.',
    settledBy: 'Ask PHQ-9 question 9 again; a blank is not a zero.',
    source: register.item9Memory,
    further: [register.item9AgainstAsq],
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-02',
    section: 'Suicide risk',
    severity: 'block',
    needs: ['phq9Item9', 'suicideScreenCompleted'],
    holdsWhen: ({ phq9Item9, suicideScreenCompleted }) => all(is(phq9Item9, 0), not(suicideScreenCompleted)),
    says: 'PHQ-9 question 9 is 0, which does not rule out risk: complete the suicide screen anyway.',
    settledBy: 'Complete PHQ-9 question 9 and the suicide screen.',
    source: register.item9AgainstAsq,
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-06',
    section: 'Suicide risk',
    severity: 'review',
    needs: ['phq9Rise', 'newSuicidalIdeation'],
    holdsWhen: ({ phq9Rise, newSuicidalIdeation }) => any(atLeast(phq9Rise, 5), newSuicidalIdeation),
    says: 'PHQ-9 rose by 5 or more, or suicidal thoughts are new: a clinician calls the same day.',
    settledBy: 'Complete a PHQ-9 and ask about new suicidal thoughts.',
    source: policy('a rise of 5 points'),
    further: [register.registry2022],
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-07',
    section: 'Suicide risk',
    severity: 'emergency',
    needs: ['messageMentionsSelfHarm'],
    holdsWhen: ({ messageMentionsSelfHarm }) => messageMentionsSelfHarm,
    says: 'A message mentions self-harm: show 988 and 911 at once and page whoever is on call. No automatic advice.',
    settledBy: 'Read the message.',
    source: policy('messages that speak of self-harm'),
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-08',
    section: 'Suicide risk',
    severity: 'review',
    needs: ['treatmentEnded', 'nonResponse'],
    holdsWhen: ({ treatmentEnded, nonResponse }) => any(treatmentEnded, nonResponse),
    says: 'Treatment ended or did not help: plan a suicide-risk check.',
    settledBy: 'Record whether the course has ended and how it went.',
    source: register.stoppingQualitative,
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-09',
    section: 'Suicide risk',
    severity: 'info',
    needs: ['age', 'takesAntidepressant'],
    holdsWhen: ({ age, takesAntidepressant }) => all(atMost(age, 24), takesAntidepressant),
    says: '24 years or younger on an antidepressant: watch more closely for suicidal thoughts.',
    settledBy: 'Enter the date of birth and complete the medicines.',
    source: register.spravatoLabelCopy,
    further: [register.spravatoSummary2020],
    reviewBy: labelReview,
  },
]

export const courseRedLines: readonly Rule<RedLineFacts>[] = [
  {
    ...common,
    id: 'RL-38',
    section: 'Long-term safety',
    severity: 'review',
    needs: ['newOrWorseUrinarySymptoms', 'liverTestTimesLimit'],
    holdsWhen: ({ newOrWorseUrinarySymptoms, liverTestTimesLimit }) =>
      any(newOrWorseUrinarySymptoms, above(liverTestTimesLimit, 3)),
    says: 'New urinary symptoms, or a liver test above 3 times the upper limit of normal: pause, test, clinician review.',
    settledBy: 'Ask the urinary questions and order liver tests.',
    source: register.spravatoMonograph,
    further: [register.ketamineLabelMemory, policy('3 times the upper limit')],
    reviewBy: labelReview,
  },
  {
    ...common,
    id: 'RL-39',
    section: 'Mental state',
    severity: 'emergency',
    needs: ['newManiaOrPsychosis'],
    holdsWhen: ({ newManiaOrPsychosis }) => newManiaOrPsychosis,
    says: 'New mania or psychosis that persists: same-day assessment.',
    settledBy: 'Do the mania and psychosis check.',
    source: register.ketamineReactions,
    reviewBy: labelReview,
  },
]

export const systemRedLines: readonly Rule<RedLineFacts>[] = [
  {
    ...common,
    id: 'RL-40',
    section: 'The record',
    severity: 'info',
    needs: ['rulesOutOfDate'],
    holdsWhen: ({ rulesOutOfDate }) => above(rulesOutOfDate, 0),
    says: 'Some rules are past their review date: their source may be out of date.',
    settledBy: 'Count the rules past their review date.',
    source: policy('rules past their review date say so'),
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-41',
    section: 'The record',
    severity: 'info',
    needs: ['recordReachable'],
    holdsWhen: ({ recordReachable }) => not(recordReachable),
    says: 'The record cannot be reached: continue on the printed monitoring sheet.',
    settledBy: 'Check the connection.',
    source: policy('a paper sheet stands ready; this software is never the only alarm'),
    reviewBy: generalReview,
  },
]
