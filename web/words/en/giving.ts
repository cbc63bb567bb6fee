import type { Infusion } from '../../../science/routes/infusion.ts'
import { counted } from '../words.ts'

const two = (value: number): string => String(Math.round(value * 100) / 100)
/** What goes in is read in tenths; once it is over it is said as exactly as the ledger counts what was left. */
const amount = (value: number, over: boolean): string => (over ? two(value) : value.toFixed(1))

/** How a dose is written down, by route, and what goes on with it afterwards. */
export const givingWords = {
  title: 'Dose',
  plan: (drug: string, mg: number) => `The signed plan says ${drug} ${mg} mg`,
  planOver: (minutes: number | undefined) => (minutes === undefined ? ', duration not known' : ` over ${minutes} min`),
  planByWeight: (perKg: number, weightKg: number) => `, ${two(perKg)} mg/kg at ${weightKg} kg`,
  /** The record keeps when a weight was written down; a weight as old as that may not be today's. */
  weightOf: (day: string | undefined) =>
    `The weight was recorded ${day ?? 'on a day that is not known'}. mg/kg is based on it.`,
  noWeight: 'The plan has no weight, so mg/kg is not known.',
  planBy: (name: string, version: number) => `Version ${version}, ${name}`,
  sofar: (mg: number) => `${mg} mg given so far`,
  devicesUsed: (count: number) => `${counted(count, 'device')} used so far`,
  held: 'These hold the dose. A prescriber may give a reason to proceed; otherwise measure or ask again.',
  mg: 'Amount',
  fromSyringe: 'What was given, as read from the syringe',
  fromPump: 'What the pump is programmed to give',
  together: 'Total of all lozenges',
  byWeight: (perKg: number, weightKg: number) => `${two(perKg)} mg/kg at ${weightKg} kg`,
  differs: 'Why this differs from the plan',
  mayStay: '(optional)',
  lot: 'Lot',
  lotBecause: 'Why this lot is not in the ledger',
  give: 'Record dose given',
  another: { im: 'Record another injection', iv: 'Start another infusion', lozenge: 'Record another lozenge' },
  injection: (number: number) => `Injection ${number}`,
  site: 'Muscle',
  sites: {
    deltoid: 'Deltoid',
    'vastus lateralis': 'Thigh (vastus lateralis)',
    ventrogluteal: 'Hip (ventrogluteal)',
    dorsogluteal: 'Buttock (dorsogluteal)',
  },
  side: 'Side',
  sides: { left: 'Left', right: 'Right' },
  concentration: 'Concentration',
  volume: 'Volume',

  // Into a vein
  line: 'Line',
  lineSite: 'Site',
  lineSites: {
    hand: 'Hand',
    wrist: 'Wrist',
    forearm: 'Forearm',
    elbow: 'Elbow (antecubital)',
    'upper arm': 'Upper arm',
    foot: 'Foot',
  },
  gauge: 'Gauge',
  placeLine: 'Record line placed',
  anotherLine: 'Another line',
  removeLine: 'Record line removed',
  lineIn: (side: string, site: string, gauge: number) => `${side} ${site.toLowerCase()}, ${gauge} gauge`,
  since: (time: string) => `since ${time}`,
  programme: 'Pump program',
  rate: 'Rate',
  duration: 'Duration',
  start: 'Infusion started',
  infusion: 'Infusion',
  states: {
    running: 'Running',
    paused: 'Paused',
    'run out': 'Finished, per the entries',
    stopped: 'Stopped',
  } satisfies Record<Infusion['state'], string>,
  delivered: (mg: number, of: number, over: boolean) => `${amount(mg, over)} of ${of} mg`,
  ofPlan: (mg: number, planMg: number, planMinutes: number | undefined, over: boolean) =>
    `Total ${amount(mg, over)} mg; the plan says ${planMg} mg${planMinutes === undefined ? '' : ` over ${planMinutes} min`}.`,
  volumeOf: (ml: number, of: number, over: boolean) => `${amount(ml, over)} of ${of} mL, per the entries`,
  at: (mlPerH: number) => `at ${mlPerH} mL/h`,
  sinceStart: 'start',
  sincePause: 'pause',
  ranOut: (time: string) =>
    `Per the entries, the full volume was in at ${time}. Record the stop once the pump has stopped.`,
  stopped: (time: string) => `Stopped ${time}`,
  pause: 'Pause',
  resume: 'Resume',
  changeRate: 'Change rate',
  stop: 'Stop',
  newRate: 'New rate',
  why: 'Why',
  save: {
    'rate changed': 'Record new rate',
    paused: 'Record pause',
    resumed: 'Record resumption',
    stopped: 'Record stop',
  },
  stoppedMeanwhile: (name: string, time: string) => `${name} recorded the stop at ${time}`,
  stoppedMeanwhileHelp:
    'What you typed has not been recorded. If it happened before that, choose Earlier today and the time.',
  wasMissed: 'Something before the stop was not recorded',
  missed: 'What was it?',
  missedOf: { 'rate changed': 'A new rate', paused: 'A pause', resumed: 'A resumption' },
  sayWhen: 'Say when it was: choose Earlier today and the time.',
  afterStop: (list: string) =>
    `On record after the stop and not counted: ${list}. Correct the time, or withdraw the entry.`,
  keep: 'Go back',

  // In the mouth
  lozenge: 'Lozenge',
  strength: 'Strength of each',
  count: 'How many',
  lozengeIn: 'Record lozenge in the mouth',
  inMouth: (time: string) => `In the mouth for ${time}`,
  lozengeEnd: 'What happened to it',
  lozengeAs: { swallowed: 'Swallowed', 'spat out': 'Spat out' },
  whole: 'Fully dissolved',
  lozengeOut: 'Record end of lozenge',
  lozengeWas: (as: string, minutes: number, time: string, whole: boolean) =>
    `${as} at ${time}, after ${minutes} min in the mouth, ${whole ? 'fully dissolved' : 'not fully dissolved'}.`,

  // Into the nose
  device: (number: number, of: number) => `Device ${number} of ${of}`,
  watchDevice: 'One device is 28 mg in two sprays. The patient sprays, seated; observe both sprays.',
  rest: 'Next device',
  expiry: 'Expires',
  gave: 'The device delivered',
  gaveOptions: { 'both sprays': 'Both sprays', part: 'Only part', nothing: 'Nothing' },
  deviceGiven: (number: number) => `Record device ${number}`,
  deviceFailed: (number: number, gave: string) =>
    `Device ${number} did not deliver its full dose (${gave.toLowerCase()}). There are no data on making up for it.`,
  pressureMissed: 'No blood pressure was recorded 40 minutes after the dose, plus or minus 5.',
  decide: 'Decision',
  decideFirst: 'Enter the decision.',
  saveDecision: 'Record decision',
  prescriberDecides: 'On hold until a prescriber has recorded a decision.',
} as const
