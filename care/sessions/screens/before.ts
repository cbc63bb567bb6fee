import { asqSinceLast } from '../../../science/instruments/asq.ts'
import type { Instrument } from '../../../science/instruments/instrument.ts'
import { maniaCheck } from '../../../science/instruments/mania-check.ts'
import { sinceLast } from '../../../science/instruments/since-last.ts'
import { urinary } from '../../../science/instruments/urinary.ts'
import type { BeforeDoseKey } from '../facts.ts'

export type BeforeKey = BeforeDoseKey

/** How each question before the dose is asked. */
export const asked: Record<
  BeforeKey,
  'moment' | 'moment or none' | 'escort' | 'pregnancy' | 'yes or no' | 'words' | Instrument
> = {
  lastAteAt: 'moment',
  lastDrankAt: 'moment',
  escort: 'escort',
  pregnancy: 'pregnancy',
  alcoholToday: 'yes or no',
  otherSedationToday: 'yes or no',
  suicide: asqSinceLast,
  mania: maniaCheck,
  urinary,
  sinceLast,
  nasalSprayAt: 'moment or none',
  remsEnrolled: 'yes or no',
  settingCertified: 'yes or no',
  prescriberOnSite: 'yes or no',
  sinceLastWords: 'words',
}

/** The questionnaires among them: nobody has to answer them once more behind a link. */
export const askedInRoom: readonly Instrument[] = Object.values(asked).filter((one) => typeof one === 'object')
