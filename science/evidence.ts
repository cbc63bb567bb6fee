import type { Code } from './codes/code.ts'
import { codeSays, codeTables } from './codes/codes.ts'
import { diagnosisRule } from './cohorts/diagnosis-groups.ts'
import { bands, kept, published } from './cohorts/published.ts'
import { consentElements } from './consent-elements.ts'
import { cssrsRedLines } from './criteria/cssrs.ts'
import { esketamineRedLines } from './criteria/esketamine.ts'
import { dayCriteria, evaluationCriteria } from './criteria/evaluation.ts'
import { gates, recordAlerts } from './criteria/gates.ts'
import { interactions } from './criteria/interactions.ts'
import { courseRedLines, suicideRedLines, systemRedLines } from './criteria/red-lines.ts'
import { everyRoute } from './decide.ts'
import { diagnoses, diagnosesEdition, diagnosesSource, diagnosesVersion } from './diagnoses/diagnoses.ts'
import { reportedRanges } from './dose.ts'
import { type Evidence, type EvidenceGroup, ofProtocol, ofRoute } from './evidence-row.ts'
import { facts } from './facts/facts.ts'
import { houseNumbers } from './house.ts'
import { indicationEvidence } from './indications/indications.ts'
import { payerReality } from './indications/payers.ts'
import { asqFlags, asqReview } from './instruments/asq.ts'
import { measures } from './instruments/catalogue.ts'
import { continuing } from './instruments/continuing.ts'
import { relapseRules } from './instruments/course.ts'
import type { Measure } from './instruments/instrument.ts'
import { madrsRemissions, type OutcomeDefinition, outcomeDefinitions, pcl5Changes } from './instruments/outcome.ts'
import { phq9, phq9Definitions } from './instruments/phq9.ts'
import { rangeOf, type Scoring } from './instruments/scoring.ts'
import { spanishById } from './instruments/spanish.ts'
import { u1 } from './instruments/urinary.ts'
import { longTermChecks } from './maintenance/checks.ts'
import { patterns } from './maintenance/exposure.ts'
import { returnNumbers } from './maintenance/return.ts'
import { supplyPatterns } from './maintenance/supply.ts'
import { classes, medicinesVersion } from './medicines/classes.ts'
import { medicines } from './medicines/table/table.ts'
import { plausibility, plausibilityReview } from './plausibility.ts'
import { generalReview } from './register.ts'
import { remsDeadline, remsForms } from './rems/form.ts'
import { missedSession, spraySchedule } from './routes/esketamine-course.ts'
import { protocols } from './routes/protocols.ts'
import { moaas } from './scales/moaas.ts'
import { aldrete, padss } from './scales/recovery.ts'
import { sharingRules } from './sharing.ts'
import { type Source, statusWords } from './sources.ts'
import { safeHarbor } from './statistics/safe-harbor.ts'
import { smallCells } from './statistics/small-cells.ts'
import { stockNumbers, stockRules } from './stock.ts'
import { type Test, tests, testsReview, testsSource } from './tests/tests.ts'
import { leastDose, minimums } from './trials/minimums.ts'
import { stagingRules } from './trials/staging.ts'

/** Every clinical rule and number of the product with its source, its status and its review date. */
export const evidence: readonly EvidenceGroup[] = [
  { title: 'Evaluation', entries: evaluationCriteria.flatMap(ofRoute) },
  { title: 'Interactions', entries: interactions.flatMap(ofRoute) },
  {
    title: `Classes of medicines (table of ${medicinesVersion})`,
    entries: Object.entries(classes).map(([id, { says, source }]) => ({
      id,
      says: `${says}: ${medicines.filter((one) => (one.classes as readonly string[]).includes(id)).length} medicines`,
      source,
      reviewBy: generalReview,
    })),
  },
  {
    title: `Codes of diagnoses (selection of ${diagnosesVersion})`,
    entries: [
      {
        id: 'ICD-checked',
        says: `${diagnoses.length} codes compared with ICD-10-CM ${diagnosesEdition.year}, ${diagnoses.filter(({ billable }) => billable).length} of which a claim can name`,
        source: diagnosesSource,
        reviewBy: diagnosesEdition.until,
      },
    ],
  },
  { title: 'Trials required', entries: [...minimums, leastDose] },
  { title: 'Staging of past treatment', entries: stagingRules },
  { title: 'Indications by route', entries: indicationEvidence },
  { title: 'What insurers pay for', entries: payerReality },
  { title: 'What the public pages say', entries: facts },
  {
    title: 'Tests',
    entries: (Object.entries(tests) as [string, Test][]).map(([id, test]) => ({
      id,
      says: test.words
        ? `${test.name}: ${test.words.join(', ')}`
        : `${test.name}: refused outside ${test.possible.join(' to ')} ${test.unit}`.trim(),
      source: testsSource,
      reviewBy: testsReview,
    })),
  },
  { title: 'Session day', entries: dayCriteria.flatMap(ofRoute) },
  { title: 'Suicide risk', entries: [...suicideRedLines, ...cssrsRedLines] },
  { title: 'During a course', entries: [...courseRedLines, ...systemRedLines] },
  { title: 'Before a plan, a booking and a dose', entries: Object.values(gates) },
  { title: 'Alerts from the record', entries: Object.values(recordAlerts) },
  { title: 'Esketamine program', entries: [...esketamineRedLines, remsDeadline.rule] },
  { title: 'Esketamine course', entries: [...spraySchedule, ...missedSession] },
  ...remsForms.map(({ title, fields, reviewBy }) => ({
    title: `REMS ${title}`,
    entries: fields.map((field) => ({ ...field, reviewBy })),
  })),
  ...Object.values(protocols).flatMap(ofProtocol),
  {
    title: 'Reported doses (shown, never offered)',
    entries: Object.entries(reportedRanges).map(
      ([
        route,
        {
          says,
          sources: [source, ...further],
          reviewBy,
        },
      ]) => ({
        id: `reported-dose-${route}`,
        says,
        source,
        further,
        reviewBy,
      }),
    ),
  },
  {
    title: 'Questionnaires and outcomes',
    entries: [
      ...phq9Definitions,
      ...Object.entries(asqFlags).map(([result, flag]) => ({
        ...flag,
        id: `${flag.id} (${result})`,
        reviewBy: asqReview,
      })),
      ...outcomeDefinitions.map((definition) => ({
        ...definition,
        id: `${definition.instrument}-outcome`,
        says: outcomeSays(definition),
      })),
      ...madrsRemissions,
      ...pcl5Changes,
      ...relapseRules,
      ...continuing,
      u1,
    ],
  },
  {
    title: 'How questionnaires are scored',
    entries: measures.flatMap((measure) => {
      const { id, title, scoring } = measure
      return scoring && id !== phq9.id ? [{ ...scoring, id, says: `${title}: ${addedUp(measure, scoring)}` }] : []
    }),
  },
  {
    title: 'What ships in Spanish',
    entries: Object.values(spanishById).map(({ id, title, version, licence: { source } }) => ({
      id: `${id} (es)`,
      says: `The Spanish words of ${title}, version ${version}. They count as the English ones do.`,
      source,
      reviewBy: generalReview,
    })),
  },
  {
    title: 'When a patient is reviewed again',
    entries: Object.entries(houseNumbers).map(([id, number]) => ({
      ...number,
      id,
      says: `${number.says}: ${number.value} ${number.unit}`,
    })),
  },
  { title: 'What may leave the clinic', entries: sharingRules },
  {
    title: 'What a consent covers',
    entries: consentElements.map((one) => ({
      ...one,
      id: `G8-${one.id}`,
      says: one.routes.length < everyRoute.length ? `${one.says} (${one.routes.join(', ')})` : one.says,
    })),
  },
  {
    title: 'Controlled drugs',
    entries: [
      ...stockRules,
      ...Object.entries(stockNumbers).map(([id, number]) => ({
        ...number,
        id,
        says: `${number.says}: ${number.value} ${number.unit}`,
      })),
    ],
  },
  {
    title: 'Clinic outcomes and what was published',
    entries: [
      ...published.map((one) => ({ ...one, says: `${one.metric} ${one.percent}%. ${one.says}` })),
      ...bands,
      kept,
      diagnosisRule,
      smallCells,
      ...safeHarbor,
    ],
  },
  { title: 'Long treatment: what is checked again', entries: longTermChecks },
  { title: 'Long treatment: patterns', entries: [...patterns, ...supplyPatterns] },
  {
    title: 'Return of symptoms after a dose',
    entries: Object.entries(returnNumbers).map(([id, one]) => ({
      ...one,
      id: `return-${id}`,
      says: `${one.says}: ${one.value} ${one.unit}`,
    })),
  },
  ...Object.entries(codeTables as Record<string, Record<string, Code>>).map(([title, rows]) => ({
    title,
    entries: Object.entries(rows).map(([id, row]) => ({ ...row, id, says: codeSays(id, row) })),
  })),
  { title: 'Scales', entries: [moaas, aldrete, padss].map((scale) => ({ ...scale, says: scale.title })) },
  {
    title: 'Plausibility of typed numbers',
    entries: Object.entries(plausibility).map(([id, { name, unit, possible, usual, source }]) => ({
      id,
      says: `${name}: refused outside ${possible.join(' to ')} ${unit}, asked again outside ${usual.join(' to ')} ${unit}`,
      source,
      reviewBy: plausibilityReview,
    })),
  },
]

/** The limits of an instrument's outcomes; what nobody defined is not named. */
function outcomeSays({ remissionBelow, worseFrom, reliableFrom, caseFrom }: OutcomeDefinition): string {
  const limits = [
    'response from 50%',
    remissionBelow === undefined ? [] : `remission below ${remissionBelow}`,
    worseFrom === undefined ? [] : `worse from ${worseFrom}`,
    reliableFrom === undefined ? [] : `reliable change from ${reliableFrom}`,
    caseFrom === undefined ? [] : `a case from ${caseFrom}`,
  ]
  return limits.flat().join(', ')
}

/** The range of a questionnaire and where its bands begin. */
function addedUp(measure: Measure, { noTotal, bands, mostMissing }: Scoring): string {
  const { low, high } = rangeOf(measure)
  const range = noTotal ? 'no total' : `sum ${low} to ${high}`
  const from = bands.map((one) => `${one.from} ${one.band}`).join(', ')
  return [range, ...(from ? [`from ${from}`] : []), `${mostMissing} open at most`].join('; ')
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const cited = ({ label, address }: Source): string => (address ? `[${cell(label)}](${address})` : cell(label))
const citedAlso = (source: Source): string => `${cited(source)} (${statusWords[source.status]})`

const row = ({ id, says, source, further = [], reviewBy }: Evidence): string =>
  `| ${cell(id)} | ${cell(says)} | ${[cited(source), ...further.map(citedAlso)].join(' · ')} | ${statusWords[source.status]} | ${reviewBy} |`

/** docs/evidence/rules.md, as text. */
export const evidencePage = (): string =>
  [
    '# Rules, their sources and their review dates',
    '',
    'Written by `docs/evidence/write.ts` from `science/`; a test fails when it is out of date. The status column is about the first source; the others carry theirs in brackets.',
    '"Source seen" means that the statement was read in a stored copy of that page. "Clinic policy" means that no source gives it: the clinic’s medical director signs it.',
    ...evidence.flatMap(({ title, entries }) => [
      '',
      `## ${title}`,
      '',
      '| Rule | Says | Source | Status | Review by |',
      '|---|---|---|---|---|',
      ...entries.map(row),
    ]),
    '',
  ].join('\n')
