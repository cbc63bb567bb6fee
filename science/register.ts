import type { Source } from './sources.ts'
import { Day } from './time.ts'

/** Rules that rest on a drug label are read again each quarter, the rest each half year. */
export const labelReview = Day.parse('2027-02-23')
export const generalReview = Day.parse('2027-05-23')

/**
 * The sources that rules cite. "Seen" means that the statement was read in a stored copy at the address; many copies
 * are older or third-party editions of the official text, and the label says so. None of it replaces reading the
 * current label.
 */
export const register = {
  spravatoLabelCopy: {
    label: 'Spravato US label, third-party copy with the respiratory-depression box',
    address: 'https://prescriberpoint.com/therapies/spravato-d81a6a7',
    status: 'verified',
  },
  spravatoBoxCopy: {
    label: 'Spravato US label, boxed warning, DailyMed copy',
    address:
      'https://pillsync.com/drug/spravato-esketamine-hydrochloride-solution/janssen-pharmaceuticals-inc/ndc/d81a6a79-a74a-44b7-822c-0dfa3036eaed',
    status: 'verified',
  },
  spravatoHighlights2020: {
    label: 'Spravato US label, highlights of 2020, copy',
    address: 'https://docslib.org/doc/9815815/spravato%C2%AE-esketamine-nasal-spray-ciii',
    status: 'secondary',
  },
  spravatoMonograph: {
    label: 'Spravato monograph (MPR), copy',
    address: 'http://butalbitalapap.org/index-4966.html',
    status: 'secondary',
  },
  spravatoDosing: {
    label: 'Spravato dosing and monitoring, manufacturer',
    address: 'https://www.spravatohcp.com/dosing-spravato-trd',
    status: 'verified',
  },
  spravatoSummary2020: {
    label: 'Spravato brief summary, manufacturer, July 2020',
    address: 'https://www.usmedicine.com/2021online-dir/inc/html/30.html',
    status: 'verified',
  },
  spravatoSafetyCopy: {
    label: 'Spravato safety information, clinic copy',
    address: 'https://wcmedicine.com/?p=441',
    status: 'secondary',
  },
  spravatoLabel2019: {
    label: 'Spravato US label of 2019, full text, copy',
    address: 'http://www.120ty.net/bencandy.php?aid=58243&fid=134&page=14',
    status: 'verified',
  },
  spravatoPatientUse: {
    label: 'Esketamine nasal spray, proper use, Mayo Clinic',
    address: 'https://www.mayoclinic.org/drugs-supplements/esketamine-nasal-route/proper-use/drg-20458442',
    status: 'secondary',
  },
  spravatoInteractions: {
    label: 'Spravato interactions and lactation, RxList',
    address: 'https://www.rxlist.com/spravato-side-effects-drug-center.htm',
    status: 'secondary',
  },
  spravatoMissedDose: {
    label: 'Esketamine missed sessions and dose administration, manufacturer’s medical information, Oct 2025',
    address:
      'https://www.jnjmedicalconnect.com/products/spravato/medical-content/dosage-and-administration-management-of-missed-dose-or-reinitiation-after-spravato-discontinuation',
    status: 'verified',
  },
  spravatoPartialDose: {
    label: 'Esketamine partial or incomplete administration, manufacturer’s medical information, Jun 2024',
    address:
      'https://jnjmedicalconnect.com/products/spravato/medical-content/dosing-of-spravato-partial-or-incomplete-administration',
    status: 'verified',
  },
  spravatoTapering: {
    label: 'Esketamine maintenance and stopping, manufacturer’s medical information, Jan 2025',
    address:
      'https://jnjmedicalconnect.com/products/spravato/medical-content/dosing-of-spravato-tapering-upon-discontinuation',
    status: 'verified',
  },
  spravatoEpocrates: {
    label: 'Spravato monograph (Epocrates)',
    address: 'https://epocrates.com/online/drugs/8582/spravato',
    status: 'secondary',
  },
  rems: {
    label: 'Spravato REMS, FDA',
    address: 'https://www.accessdata.fda.gov/scripts/cder/rems/index.cfm?event=IndvRemsDetails.page&REMS=386',
    status: 'verified',
  },
  remsSite: {
    label: 'Spravato REMS site, some copies older',
    address: 'https://www.spravatorems.com/outpatient-hcs.html',
    status: 'verified',
  },
  remsForm2021: {
    label: 'Spravato REMS patient monitoring form, 11/2021',
    address: 'https://manualspro.net/445029-spravato-patient-monitoring-form-instructions',
    status: 'verified',
  },
  remsFormOverview: {
    label: 'Spravato REMS patient monitoring form, overview by the manufacturer',
    address: 'https://jnjmedicalconnect.com/products/spravato/video-spravato-rems-patient-monitoring-form-overview',
    status: 'verified',
  },
  remsFormVendor: {
    label: 'Fields of the current Spravato REMS form as a software vendor describes them, June 2026',
    address: 'https://support.care.osmind.org/articles/1696117798-spravato-rems-workflow',
    status: 'verified',
  },
  remsDeadline: {
    label: 'Spravato REMS filing deadline in calendar days, vendor guide',
    address: 'https://lucido-go.com/learn/spravato-rems-filing-deadline',
    status: 'secondary',
  },
  remsMemory: { label: 'Spravato REMS materials, not seen in full', status: 'memory' },
  euLabel: {
    label: 'Spravato EU product information (4.3, 4.4), copy of 2025',
    address: 'https://www.rxreasoner.com/monographs/spravato/precautions',
    status: 'verified',
  },
  euLeaflet: {
    label: 'Spravato EU patient leaflet (Portuguese)',
    address: 'https://medikamio.com/pt-pt/medicamentos/spravato-28-mg-solucao-para-pulverizacao-nasal/pil',
    status: 'verified',
  },
  euAdditions2024: {
    label: 'Spravato EU adverse-reaction additions, Dec 2024',
    address: 'https://medicines.ie/medicines/spravato-28-mg-nasal-spray-solution-35070/doc-history',
    status: 'verified',
  },
  ketamineHospira: {
    label: 'Ketamine injection US label, Hospira, May 2024',
    address:
      'https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=390f2db8-0fcd-4648-b584-9effa084be27&audience=consumer',
    status: 'verified',
  },
  ketamineFresenius: {
    label: 'Ketamine injection US label, Fresenius, contraindications',
    address:
      'https://dailymed.nlm.nih.gov/dailymed/fda/fdaDrugXsl.cfm?setid=cc67b0fd-ca73-49f6-b5ca-705dc7331776&type=display',
    status: 'verified',
  },
  ketamineReactions: {
    label: 'Ketamine injection US label, adverse reactions',
    address: 'https://drugcentral.org/label/58c86d9b-8694-4bd8-8254-f19ee3ad60b0/view',
    status: 'verified',
  },
  ketamineLiver: {
    label: 'Ketamine injection US label change 8/2020, liver injury',
    address: 'https://fdocuments.in/document/hospira-inc-concentrate-ketamine-hydrochloride-ketamine-.html',
    status: 'verified',
  },
  ketamineLabelMemory: {
    label: 'Ketamine injection US label, sections 5 and 7 (Par/Hospira, 2022)',
    status: 'memory',
  },
  spravatoLabelMemory: { label: 'Spravato US label, Jan 2025', status: 'memory' },
  asa: {
    label: 'American Society of Anesthesiologists, ketamine safe use',
    address: 'https://asahq.org/advocating-for-you/guidance/ketamine-safe-use',
    status: 'verified',
  },
  asra: {
    label: 'ASRA 2018 ketamine guideline for chronic pain, summary',
    address: 'https://www.asra.com/advisory-guidelines/article/12/intravenous-ketamine-infusions-for-chronic-pain',
    status: 'secondary',
  },
  sanacora: { label: 'Sanacora et al. 2017, consensus on ketamine in mood disorders (full text)', status: 'memory' },
  telehealthEligibility: {
    label: 'Eligibility of a large telehealth ketamine program',
    address: 'https://www.moreblossom.com/trials/drozdz-2022-sublingual-ketamine-telehealth-retrospective',
    status: 'secondary',
  },
  caremark: {
    label: 'Caremark esketamine coverage criteria',
    address:
      'https://coverage.pharmacistwrite.com/coverage/carefirst-caremark/spravato-esketamine/treatment-resistant-depression-trd-in-adults',
    status: 'secondary',
  },
  cigna: {
    label: 'Cigna esketamine coverage criteria',
    address:
      'https://www.openpayer.com/policy-updates/cigna/clinical-medical/psychiatry-behavioral-health/cigna-5227beb1-890',
    status: 'secondary',
  },
  aetna: {
    label: 'Aetna clinical policy bulletin 0938',
    address: 'http://es.aetna.com/cpb/medical/data/900_999/0938.html',
    status: 'verified',
  },
  longTermSafety: {
    label: 'Review of long-term ketamine safety, 2022',
    address: 'https://pubmed.ncbi.nlm.nih.gov/35416105/',
    status: 'verified',
  },
  ssrsTriage: {
    label: 'C-SSRS triage guideline, copy',
    address: 'https://docsbay.net/doc/914678/c-ssrs-triage-guidelines',
    status: 'secondary',
  },
  columbiaMemory: { label: 'Columbia Protocol screener triage', status: 'memory' },
  item9Memory: {
    label: 'PHQ-9 item 9 follow-up practice (Kroenke 2001; Joint Commission NPSG 15.01.01)',
    status: 'memory',
  },
  item9AgainstAsq: {
    label: 'PHQ-9 item 9 against ASQ in medical inpatients',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8258235',
    status: 'verified',
  },
  asqSpier: { label: 'NIMH ASQ as carried in the SPiER FHIR guide', status: 'secondary' },
  registry2022: {
    label: 'McInnes et al. 2022, ketamine registry',
    address: 'https://stanfordhealthcare.org/publications/837/837264.html',
    status: 'verified',
  },
  stoppingQualitative: {
    label: 'Lascelles et al. 2021, qualitative study',
    address: 'https://eprints.mdx.ac.uk/31245/',
    status: 'verified',
  },
  moaas: {
    label: 'MOAA/S levels, BMC Anesthesiology 2022, table 2',
    address: 'https://bmcanesthesiol.biomedcentral.com/articles/10.1186/s12871-022-01788-1/tables/2',
    status: 'verified',
  },
  szarmach: {
    label: 'Szarmach et al. 2020, vital signs during ketamine infusions',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7605942',
    status: 'verified',
  },
  rivaPosse: {
    label: 'Riva-Posse et al. 2018, blood pressure in 684 infusions',
    address:
      'https://open-foundation.org/blood-pressure-safety-subanesthetic-ketamine-depression-report-684-infusions/',
    status: 'verified',
  },
  sideEffectsReview: {
    label: 'Short et al. 2018, side effects of ketamine in depression, systematic review',
    address:
      'https://litmetric.com/detail/28757132/Side-effects-associated-with-ketamine-use-in-depression-a-systematic-review',
    status: 'verified',
  },
  padss: { label: 'Chung et al. 1995, post-anaesthetic discharge scoring system', status: 'memory' },
  aldrete: { label: 'Aldrete 1995, modified post-anaesthetic recovery score', status: 'memory' },
  imTrials: {
    label: 'IM ketamine mood trials, 0.25 to 0.5 mg/kg (Chilukuri 2014; Loo 2016): not sure of the figures',
    status: 'memory',
  },
  imPractice: {
    label: 'IM ketamine practice reports, 0.5 to 1.5 mg/kg (Wolfson and Hartelius 2016; Dore 2019): not a guideline',
    status: 'memory',
  },
  phillips: {
    label: 'Phillips et al. 2019, single, repeated and weekly IV ketamine',
    address: 'https://pubmed.ncbi.nlm.nih.gov/30922101/',
    status: 'verified',
  },
  oliver: {
    label: 'Oliver et al. 2022, chart review of 424 people given IV ketamine',
    address:
      'https://www.psychiatrist.com/jcp/clinical-effectiveness-intravenous-racemic-ketamine-treatment-resistant-depression-suicidal-ideation-generalized-anxiety-symptoms/',
    status: 'verified',
  },
  chong: {
    label: 'Chong et al. 2006, bioavailability of ketamine lozenges (abstract)',
    address: 'https://www.ketamine.com/bioavailability.html',
    status: 'verified',
  },
  sublingualCohorts: {
    label: 'Sublingual ketamine, retrospective cohorts (abstracts)',
    address:
      'https://moreblossom.com/papers/safety-effectiveness-and-tolerability-of-sublingual-ketamine-in-depression-and-a',
    status: 'secondary',
  },
  fdaCompounded2023: {
    label: 'FDA, 10 Oct 2023: risks of compounded ketamine, quoted by a hospital',
    address: 'https://simhcottumwa.org/fda-warns-of-dangers-of-compounded-ketamine-for-psychiatric-use-2',
    status: 'secondary',
  },
  cadssMemory: { label: 'CADSS return to 4 or less, esketamine trials (Popova 2019; Fedgchin 2019)', status: 'memory' },
  sedationMemory: { label: 'ASA moderate procedural sedation guideline, 2018', status: 'memory' },
  porphyriaMemory: { label: 'Porphyria drug databases (NAPOS, APF), which disagree', status: 'memory' },
  part2: {
    label: '42 CFR Part 2 final rule, as a law journal describes it (National Law Review)',
    address:
      'https://natlawreview.com/article/ensuring-compliance-part-2-final-rule-required-updates-sud-treatment-providers',
    status: 'secondary',
  },
  psychotherapyNotes: {
    label: '45 CFR 164.501, definition of psychotherapy notes, text of the regulation as a law firm gives it',
    address:
      'https://www.brickergraydon.com/insights/resources/key/hipaa-privacy-regulations-definitions-psychotherapy-notes-164-501',
    status: 'verified',
  },
  hipaaMemory: {
    label: '45 CFR Parts 160 and 164: privacy of health information',
    status: 'memory',
  },
  deaRecordsMemory: {
    label: '21 CFR 1301.75–.76, 1304.03, .04, .11, .22: DEA security, records, inventory and loss',
    status: 'memory',
  },
  deaRecords: {
    label: '21 CFR 1304.21, records of controlled substances',
    address: 'http://www.law.cornell.edu/cfr/text/21/1304.21?quicktabs_7=3&qt-cfr_tabs=1',
    status: 'verified',
  },
  deaOpenedContainers: {
    label: '21 CFR 1304, opened containers, text of the 1970s',
    address: 'https://books.google.ca/books?id=r_GyAAAAIAAJ&pg=PA38',
    status: 'secondary',
  },
  deaWasteMemory: { label: '21 CFR 1317 and DEA letters on pharmaceutical wastage, 2014', status: 'memory' },
  spravatoNdc: {
    label: 'openFDA NDC directory, Spravato, 2026-09-29',
    address: 'https://api.fda.gov/drug/ndc.json?search=product_ndc%3A%2250458-028%22',
    status: 'verified',
  },
  lifeline: { label: '988 Suicide & Crisis Lifeline (SAMHSA)', status: 'memory' },
} as const satisfies Record<string, Source>
