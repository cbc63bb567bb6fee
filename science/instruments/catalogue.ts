import { asq, asqSinceLast } from './asq.ts'
import { auditC } from './audit-c.ts'
import { cgiImprovement, cgiSeverity } from './cgi.ts'
import { readinessToGoHome, readinessToLeave, responsiveness, sessionEffects } from './from-scales.ts'
import { gad7 } from './gad7.ts'
import type { Instrument, Measure } from './instrument.ts'
import { anxietyAndSleep } from './licensed/anxiety-sleep.ts'
import { body } from './licensed/body.ts'
import { mood } from './licensed/mood.ts'
import { risk } from './licensed/risk.ts'
import { session } from './licensed/session.ts'
import { maniaCheck } from './mania-check.ts'
import { nextDay } from './next-day.ts'
import { pcl5, pcl5Weekly } from './pcl5.ts'
import { peg } from './peg.ts'
import { phq2, phq2And9 } from './phq2.ts'
import { phq9 } from './phq9.ts'
import { sinceLast } from './since-last.ts'
import { taps1 } from './taps1.ts'
import { urinary } from './urinary.ts'

/** Those whose words ship, each once. */
export const shipped: readonly Instrument[] = [
  phq9,
  phq2,
  phq2And9,
  gad7,
  pcl5,
  pcl5Weekly,
  asq,
  asqSinceLast,
  auditC,
  taps1,
  peg,
  cgiSeverity,
  cgiImprovement,
  urinary,
  maniaCheck,
  sinceLast,
  nextDay,
  sessionEffects,
  responsiveness,
  readinessToLeave,
  readinessToGoHome,
]

/** Those that need a licence, in numbers only. */
export const licensedMeasures: readonly Measure[] = [...mood, ...risk, ...anxietyAndSleep, ...body, ...session]

export const measures: readonly Measure[] = [...shipped, ...licensedMeasures]

export const instrumentById: Readonly<Record<string, Instrument>> = Object.fromEntries(
  shipped.map((instrument) => [instrument.id, instrument]),
)

export const measureById: Readonly<Record<string, Measure>> = Object.fromEntries(
  measures.map((measure) => [measure.id, measure]),
)
