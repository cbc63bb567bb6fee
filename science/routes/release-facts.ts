import { z } from 'zod'

/** The last readings and looks before leaving, with the baseline of this session. Absent means unknown. */
export const ReleaseFacts = z
  .object({
    minutesSinceDose: z.number(),
    /** Observations of this session that are due or overdue and not done. */
    observationsOutstanding: z.number().int().min(0),
    moaas: z.number().int().min(0).max(5),
    /** No sleepiness is open as a side effect. */
    sleepinessEnded: z.boolean(),
    backToUsualSelf: z.boolean(),
    systolic: z.number(),
    diastolic: z.number(),
    baselineSystolic: z.number(),
    baselineDiastolic: z.number(),
    /** The highest since the dose, the last one included. */
    highestSystolic: z.number(),
    heartRate: z.number(),
    baselineHeartRate: z.number(),
    spo2: z.number(),
    baselineSpo2: z.number(),
    onRoomAir: z.boolean(),
    walksSteadily: z.boolean(),
    dizzy: z.boolean(),
    nauseaControlled: z.boolean(),
    painControlled: z.boolean(),
    aldrete: z.number().int().min(0).max(10),
    padss: z.number().int().min(0).max(10),
    suicideRiskAssessed: z.boolean(),
    escortNamed: z.boolean(),
    escortPresent: z.boolean(),
    instructionsGiven: z.boolean(),
    /** No infusion is running or paused, and its end was recorded. */
    infusionEnded: z.boolean(),
    /** Every line that was placed was removed. */
    linesOut: z.boolean(),
    /** What became of every lozenge was recorded. */
    lozengesEnded: z.boolean(),
    /** A prescriber has written what they decided about every device that did not give its whole dose. */
    devicesDecided: z.boolean(),
    /** A blood pressure was recorded 35 to 45 minutes after the dose. */
    pressureRecordedAt40: z.boolean(),
    /** A prescriber has written what they decided about the missing one. */
    missingPressureDecided: z.boolean(),
    breathingResolved: z.boolean(),
  })
  .partial()
export type ReleaseFacts = z.infer<typeof ReleaseFacts>
