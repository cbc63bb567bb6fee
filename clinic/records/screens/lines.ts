import { showDate, showPartialDate } from '../../../web/time.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import type { FactOf, Kind } from '../kinds.ts'

/** A fact in two parts: what it is, and what is known about it. As typed; nothing that nobody said. */
export type Line = { words: string; more: string[] }

const said = (...parts: (string | null | undefined | false)[]): string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '')

const lines: { [K in Kind]: (fact: FactOf<K>) => Line } = {
  problem: ({ words, code, status, onset }) => ({
    words,
    more: said(recordWords.statuses[status], code, onset && recordWords.since(showPartialDate(onset))),
  }),
  medicine: ({ name, dose, frequency, prescriber, started, stopped }) => ({
    words: name,
    more: said(
      dose,
      frequency,
      prescriber,
      started && recordWords.since(showPartialDate(started)),
      stopped && recordWords.until(showPartialDate(stopped)),
    ),
  }),
  allergy: ({ substance, reaction, severity }) => ({
    words: substance,
    more: said(reaction, severity ? recordWords.severities[severity] : recordWords.severityUnknown),
  }),
  contact: ({ kind, name, phone, relation, isAdult, note }) => ({
    words: name,
    more: said(
      recordWords.contactKinds[kind],
      relation,
      phone,
      kind === 'escort' && recordWords.adult[`${isAdult}`],
      note,
    ),
  }),
  pharmacy: ({ name, phone, fax, address }) => ({
    words: name,
    more: said(phone, fax && `${recordWords.fax} ${fax}`, address),
  }),
  coverage: ({ kind, payer, plan, memberId, groupNumber, holder }) => ({
    words: kind === 'self-pay' ? recordWords.coverageKinds['self-pay'] : payer,
    more: said(plan, memberId, groupNumber, holder),
  }),
  supply: ({ units, mgPerUnit, dispensedOn, coversDays, dispensedBy, pharmacy, knownFrom, note }) => ({
    words: recordWords.supplyLine(showDate(dispensedOn), units, mgPerUnit),
    more: said(
      recordWords.covers(coversDays),
      recordWords.from[dispensedBy],
      pharmacy,
      recordWords.toldBy(recordWords.knownFroms[knownFrom]),
      note,
    ),
  }),
  admission: ({ admittedOn, stay, dischargedOn, hospital, knownFrom, note }) => ({
    words: recordWords.admissionLine(showDate(admittedOn)),
    more: said(
      dischargedOn === null ? recordWords.stayLine[stay] : recordWords.discharged(showDate(dischargedOn)),
      hospital,
      recordWords.toldBy(recordWords.admissionFroms[knownFrom]),
      note,
    ),
  }),
  loss: ({ what, units, lostOn, knownFrom, note }) => ({
    words: recordWords.lossLine(recordWords.losses[what], units),
    more: said(
      lostOn === null ? recordWords.dayUnknown : showPartialDate(lostOn),
      recordWords.toldBy(recordWords.knownFroms[knownFrom]),
      note,
    ),
  }),
}

export const lineOf = <K extends Kind>(kind: K, fact: FactOf<K>): Line => lines[kind](fact)
