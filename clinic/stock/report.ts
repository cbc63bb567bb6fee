import type { Day, Instant } from '../../science/time.ts'
import { withWhich } from '../../science/twice-in.ts'
import { locationWords } from '../../web/words/en/locations.ts'
import { stockWords } from '../../web/words/en/stock.ts'
import { sayTime } from '../../web/words/words.ts'
import { addressLines } from '../accounts/settings/clinic-settings.ts'
import type { Location } from '../locations/location.ts'
import { csv } from '../print/csv.ts'
import type { Paper } from '../print/paper.ts'
import type { Item } from './item.ts'
import type { Entry, LotNow } from './ledger.ts'
import type { StoredCount } from './queries-count.ts'
import type { Administered } from './queries-dose.ts'

const words = stockWords.paper
const { columns } = words
type Row = (string | number | null)[]
export type Sheet = {
  title: string
  lines: string[]
  columns: readonly string[]
  widths: readonly number[]
  rows: Row[]
}

/** 'Olive Owner' → 'OO': CS-4 asks for the initials of whoever gave it. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('en')

/** CS-15: whose records these are. What nobody has recorded of the registration says so. */
const registrationOf = ({ name, address, deaNumber }: Location): string[] => {
  const { location, addressUnknown, dea, notRecorded } = locationWords.paper
  return [location(name, addressLines(address).join(', ') || addressUnknown), dea(deaNumber || notRecorded)]
}

/** CS-2: of every lot what was counted, on which day, at open or close of business. */
export const inventorySheet = (
  count: StoredCount,
  {
    items,
    lots,
    clinic,
    location,
  }: { items: readonly Item[]; lots: readonly LotNow[]; clinic: string; location: Location },
): Sheet => ({
  title: words.inventory,
  lines: [
    words.clinic(clinic),
    ...registrationOf(location),
    words.takenOn(count.takenOn, stockWords.businessAt[count.business ?? 'open']),
    words.takenBy(count.by),
    words.schedule,
    stockWords.keep,
  ],
  columns: [
    columns.drug,
    columns.form,
    columns.strength,
    columns.ndc,
    columns.lot,
    columns.expiry,
    columns.counted,
    columns.unit,
    columns.estimated,
  ],
  widths: [2, 2, 2.5, 2, 2, 1.6, 1.4, 1, 1.4],
  rows: count.lines.flatMap(({ lotId, counted, estimated }) => {
    const lot = lots.find(({ id }) => id === lotId)
    const item = items.find(({ id }) => id === lot?.itemId)
    if (!lot || !item) return []
    const { drug, form, ndc } = item
    const unit = form === 'vial' ? words.mg : words.piece
    const guess = estimated ? words.yes : words.no
    const named = [stockWords.drugs[drug], stockWords.forms[form], stockWords.strength(item), ndc || words.notRecorded]
    return [[...named, lot.lot, lot.expiry, counted, unit, guess]]
  }),
})

const addressOf = (address: Administered['address']): string =>
  ['line1', 'line2', 'city', 'state', 'postalCode', 'country'].flatMap((part) => address[part] || []).join(', ') ||
  words.notRecorded

/** What of a dose was thrown away, or of the vial it came from, and who saw it. Nothing written down is no nothing. */
const wastedOf = (entries: readonly Entry[], items: readonly Item[]): string =>
  entries
    .flatMap(({ itemId, standing, ofDrawn, witness, witnessNeeded }) => {
      const item = items.find(({ id }) => id === itemId)
      if (!item || (standing === 0 && ofDrawn === 0)) return []
      const seen = witness ? words.seenBy(witness.by) : witnessNeeded ? words.notSeen : []
      return [
        [
          standing === 0 ? [] : words.wastedOfLot(stockWords.amount(item, -standing)),
          ofDrawn === 0 ? [] : words.wastedOfDose(stockWords.amount(item, ofDrawn)),
          seen,
        ]
          .flat()
          .join(', '),
      ]
    })
    .join('; ') || words.noneWritten

const ledgerOf = ({ drawn, form, settled }: Administered): string =>
  drawn === null
    ? settled
      ? `${words.notDrawn}, ${words.settled}`
      : words.notDrawn
    : words.drawn(form === 'vial' ? `${drawn} ${words.mg}` : `${drawn}`)

/**
 * CS-4: drug, form, strength, quantity, date, patient's name and address, initials of whoever gave it. The quantity is what
 * a dose took; beside it stands how much of that the patient had, and what was thrown away.
 * @param become what the session says became of a dose
 */
export const logSheet = (
  doses: readonly Administered[],
  { become, wasted, items }: { become: (doseId: string) => string; wasted: readonly Entry[]; items: readonly Item[] },
  {
    from,
    until,
    clinic,
    location,
    timeZone,
    as,
  }: { from: Day; until: Day; clinic: string; location: Location; timeZone: string; as: 'pdf' | 'csv' },
): Sheet => {
  const moment = momentIn(timeZone, as)
  return {
    title: words.log,
    lines: [
      words.clinic(clinic),
      ...registrationOf(location),
      words.period(from, until),
      words.schedule,
      words.newestFirst,
      words.timesIn(timeZone),
      stockWords.keep,
    ],
    columns: [
      columns.date,
      columns.patient,
      columns.address,
      columns.drug,
      columns.form,
      columns.strength,
      columns.quantity,
      columns.given,
      columns.wasted,
      columns.lot,
      columns.initials,
      columns.ledger,
    ],
    widths: [1.6, 1.9, 2.2, 1.5, 1.2, 1.3, 1.4, 1.8, 2.1, 1.5, 1.5, 1.6],
    rows: doses.map((dose) => [
      moment(dose.givenAt),
      dose.patientName,
      addressOf(dose.address),
      stockWords.drugs[dose.drug],
      stockWords.forms[dose.form],
      dose.strength === null ? words.notRecorded : `${dose.strength} ${dose.form === 'vial' ? 'mg/mL' : 'mg'}`,
      dose.form === 'vial' ? `${dose.mg} mg` : `${dose.pieces ?? 0} (${dose.mg} mg)`,
      become(dose.id),
      wastedOf(
        wasted.filter(({ doseId }) => doseId === dose.id),
        items,
      ),
      dose.lot || words.notRecorded,
      `${initials(dose.givenBy)} (${dose.givenBy})`,
      ledgerOf(dose),
    ]),
  }
}

/** As a paper is read, '2026-11-23, 2:05 PM'; a spreadsheet reads and sorts '2026-11-23 14:05'. */
const momentIn =
  (timeZone: string, as: 'pdf' | 'csv') =>
  (at: Instant): string => {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
    const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
    const said = as === 'pdf' ? `${local.toPlainDate()}, ${sayTime(clock)}` : `${local.toPlainDate()} ${clock}`
    return withWhich(said, timeZone, at)
  }

/** Whose records these are and of when stands in it too: a table that is taken away is looked at far from the page. */
export const csvRows = ({ title, lines, columns, rows }: Sheet): Row[] => [
  [title],
  ...lines.map((line) => [line]),
  [],
  [...columns],
  ...(rows.length > 0 ? rows : [[words.empty]]),
]

export const asPaper = (sheet: Sheet, name: string, printedAt: Instant): Paper => ({
  title: sheet.title,
  sections: [
    {
      heading: '',
      lines: sheet.rows.length > 0 ? sheet.lines : [...sheet.lines, words.empty],
      ...(sheet.rows.length > 0
        ? {
            table: {
              columns: sheet.columns,
              widths: sheet.widths,
              rows: sheet.rows.map((row) => row.map((value) => String(value ?? ''))),
            },
          }
        : {}),
    },
  ],
  foot: [words.signature],
  inside: { name: `${name}.csv`, type: 'text/csv', text: csv(csvRows(sheet)) },
  wide: true,
  printedAt,
})
