import { register } from '../register.ts'
import type { Code } from './code.ts'
import { coded, codeSources, loinc, ours } from './sources.ts'

const { usCoreVitals, usCoreOximetry, painInGuides, ips } = codeSources

/** What a set of observations can hold. */
export const vitalSigns = {
  'blood-pressure': coded('Blood pressure', loinc('85354-9'), usCoreVitals),
  systolic: coded('Systolic pressure', loinc('8480-6'), usCoreVitals, { unit: 'pressure' }),
  diastolic: coded('Diastolic pressure', loinc('8462-4'), usCoreVitals, { unit: 'pressure' }),
  'heart-rate': coded('Heart rate', loinc('8867-4'), usCoreVitals, { unit: 'perMinute' }),
  // 2708-6 is what FHIR itself asks for, 59408-5 says that it was an oximeter: US Core wants both.
  spo2: coded('Oxygen saturation by pulse oximeter', loinc('59408-5', '2708-6'), usCoreOximetry, { unit: 'percent' }),
  'respiratory-rate': coded('Breaths a minute', loinc('9279-1'), usCoreVitals, { unit: 'perMinute' }),
  // 54632-5, often quoted for sedation, is an item of another instrument.
  moaas: ours('Alertness, MOAA/S 0 to 5', { unit: 'score', further: [register.moaas] }),
  dissociation: ours('How far from here, four levels of our own'),
  'nausea-level': ours('How sick, four levels of our own'),
  pain: coded('Pain, 0 to 10', loinc('72514-3'), painInGuides, { unit: 'score' }),
  'new-irregular-pulse': ours('Pulse newly irregular'),
  'crisis-symptoms': ours('Signs of an emergency with a high pressure'),
  'observed-words': ours('What was seen, in words'),
} as const satisfies Record<string, Code>

/** What is asked and looked for before the dose and before leaving. */
export const asked = {
  'last-ate': ours('Last ate'),
  'last-drank': ours('Last drank'),
  escort: ours('Somebody to go home with'),
  pregnancy: coded('Pregnancy status', loinc('82810-3'), ips),
  'alcohol-today': ours('Alcohol today or intoxicated'),
  'other-sedation-today': ours('Other sedation, anesthetic or ECT today'),
  'suicide-questions': ours('Suicide questions since the last visit'),
  'mania-check': ours('Mania and psychosis check'),
  'bladder-questions': ours('Bladder questions'),
  'nasal-spray-used': ours('Nasal steroid or decongestant last used'),
  'rems-enrolled': ours('REMS enrollment verified'),
  'setting-certified': ours('Setting certified, verified'),
  'prescriber-on-site': ours('Prescriber on site'),
  'since-last-visit': ours('Anything new since the last visit'),
  'since-last-words': ours('What is new, in words'),
  'on-room-air': ours('On room air'),
  'back-to-usual-self': ours('Back to the mental state of before'),
  'breathing-resolved': ours('Breathing as before, not slow or shallow'),
  'walks-steadily': ours('Walks steadily'),
  dizzy: ours('Dizzy before leaving'),
  'nausea-controlled': ours('Nausea under control'),
  'pain-controlled': ours('Pain under control'),
  aldrete: ours('Recovery, modified Aldrete, 0 to 10', { unit: 'score', further: [register.aldrete] }),
  padss: ours('Readiness to go home, PADSS, 0 to 10', { unit: 'score', further: [register.padss] }),
  'suicide-risk-assessed': ours('Suicide risk assessed before leaving'),
  'escort-present': ours('Escort present'),
  'instructions-given': ours('Written instructions given'),
} as const satisfies Record<string, Code>
