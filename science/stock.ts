import { generalReview, labelReview, register } from './register.ts'
import { policy, type Source } from './sources.ts'
import { addDays, type Day } from './time.ts'

type StockNumber = { value: number; unit: string; says: string; source: Source; reviewBy: Day }

/** Clocks and amounts of the controlled-drug ledger. Ketamine and esketamine are both schedule III. */
export const stockNumbers = {
  inventoryYears: {
    value: 2,
    unit: 'years',
    says: 'CS-2: the next inventory is taken within so long of the last',
    source: register.deaRecordsMemory,
    reviewBy: generalReview,
  },
  keepYears: {
    value: 2,
    unit: 'years',
    says: 'CS-5: records are kept for at least; state law and medical records ask for longer',
    source: register.deaRecordsMemory,
    reviewBy: generalReview,
  },
  noticeBusinessDays: {
    value: 1,
    unit: 'business day',
    says: 'CS-7: theft or significant loss is notified to DEA in writing within',
    source: register.deaRecordsMemory,
    reviewBy: generalReview,
  },
  form106Days: {
    value: 45,
    unit: 'days',
    says: 'CS-7: DEA Form 106 is complete within',
    source: register.deaRecordsMemory,
    reviewBy: generalReview,
  },
  deviceMg: {
    value: 28,
    unit: 'mg',
    says: 'A2: esketamine in one nasal spray device',
    source: register.spravatoNdc,
    reviewBy: labelReview,
  },
  expiringSoonDays: {
    value: 60,
    unit: 'days',
    says: 'A lot is shown as expiring soon before its date',
    source: policy('no published figure'),
    reviewBy: generalReview,
  },
} as const satisfies Record<string, StockNumber>

/** What a controlled-drug record has to hold, and what holds the next step. */
export const stockRules: readonly {
  id: string
  says: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}[] = [
  {
    id: 'CS-2',
    says: 'An initial inventory, then one every two years, with open or close of business stated. What is in an opened container of schedule III may be estimated.',
    source: register.deaRecordsMemory,
    further: [register.deaOpenedContainers],
    reviewBy: generalReview,
  },
  {
    id: 'CS-3',
    says: 'Receipt, administration, transfer, loss and destruction are recorded completely. Federal rules ask for no perpetual balance; this ledger keeps one all the same.',
    source: register.deaRecords,
    reviewBy: generalReview,
  },
  {
    id: 'CS-4',
    says: 'The log of administration holds drug, form, strength, quantity, date, the patient’s name and address, and the initials of whoever gave it.',
    source: register.deaRecordsMemory,
    reviewBy: generalReview,
  },
  {
    id: 'CS-6',
    says: 'What is left of a dose is wasted in the log, not on DEA Form 41. A second person as witness is state or clinic policy.',
    source: register.deaWasteMemory,
    further: [policy('until the clinic decides, a witness is asked for')],
    reviewBy: generalReview,
  },
  {
    id: 'CS-15',
    says: 'Each registered location has records of its own: its stock, counts, inventories and log.',
    source: register.deaRecords,
    reviewBy: generalReview,
  },
  {
    id: 'RL-35',
    says: 'A count that does not agree with the ledger holds withdrawals of that item until a prescriber or the owner writes what was found, and starts the clocks of a loss (CS-7).',
    source: policy('a mismatch holds the item'),
    further: [register.deaRecordsMemory],
    reviewBy: generalReview,
  },
]

/** Monday to Friday. Federal holidays are not known here, so this may be a day early and is never a day late. */
export const nextBusinessDay = (day: Day, days: number): Day => {
  let at = day
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}
