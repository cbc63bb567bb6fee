import type { DefaultDocument, DefaultSection } from '../document.ts'
import { approved, goingHome, inDanger, promised, sayingNo } from './checks.ts'
import { offLabelPoint } from './points.ts'
import { racemicRisks } from './racemic-risks.ts'
import {
  alternatives,
  infusionResults,
  offLabel,
  onSuicide,
  orSpray,
  racemicDriving,
  racemicSlow,
  rights,
  visit,
  why,
} from './shared.ts'
import { consentSources as from, label, ours, plain, study } from './sources.ts'

const what: DefaultSection = {
  id: 'what',
  heading: 'What ketamine is',
  paragraphs: [
    label(from.ketamineHospira, 'Ketamine is a medicine that doctors use to put people to sleep for surgery.'),
    plain(
      'Here you would get a smaller amount, slowly, through a thin tube in a vein of your arm or hand. A pump controls the speed. You are not meant to fall asleep.',
    ),
    study(from.phillips, 'In most studies the infusion takes about 40 minutes.'),
    study(
      from.szarmach,
      'In one group of patients blood pressure and heart rate were back to where they began within 90 minutes.',
    ),
    plain('Staff can slow, pause or stop the pump at any time. What has already gone in cannot be taken back.'),
  ],
}

const evidence: DefaultSection = {
  id: 'evidence',
  heading: 'How well it works, and what is not known',
  paragraphs: [
    plain('Nobody can promise that it will help you.'),
    study(
      from.canmat,
      'Experts in Canada call the evidence for a single infusion strong and for repeated infusions weaker, and see ketamine as a third choice for depression that other treatments did not help.',
    ),
    ...infusionResults,
    study(
      from.registry2022,
      'Of those who got better with a course and then had no more, about 8 of 10 were still better after four weeks and 6 of 10 after eight weeks.',
    ),
    ...onSuicide,
  ],
  clinicMaySay: 'What you tell patients about results at your clinic',
}

/** The consent text for ketamine by infusion into a vein. English, about 8th grade. Elements: clinical reference G8. */
export const ivKetamine: DefaultDocument = {
  title: 'Consent to treatment with ketamine by infusion into a vein',
  route: 'iv',
  language: 'en',
  basis: 'iv-ketamine 2026-12-01.1',
  statement:
    'I have read this text. I could ask questions, and those I asked were answered. I know that I can say no, now or later. I agree to treatment with ketamine by infusion into a vein.',
  points: [offLabelPoint],
  checks: [approved, promised, goingHome, sayingNo, inDanger],
  sections: [
    why,
    what,
    offLabel,
    alternatives(orSpray),
    evidence,
    ...racemicRisks({
      howOften: 'How often these happen differs from study to study. Reports may have missed some.',
      place: 'The place of the needle can be sore or bruised, and fluid can leak under the skin.',
    }),
    ...visit({
      stay: [
        ours(
          'shortest stay after the end of an infusion',
          'Plan to stay at least 60 minutes after the infusion ends, and longer if you are not ready to go.',
        ),
        ours('nobody goes home with a line in place', 'The tube in your vein comes out before you leave.'),
      ],
      checks: study(
        from.rivaPosse,
        'Staff check your blood pressure, heart rate, breathing, oxygen and how awake you are, before, during and after the infusion.',
      ),
      fasting: ours('fasting before ketamine', 'You will be told when to stop eating and drinking before your visit.'),
      driving: racemicDriving,
      slow: racemicSlow,
    }),
    ...rights({
      insurance: [
        study(
          from.aetna,
          'Insurance often does not pay for ketamine infusions for depression. At least one large insurer lists them as experimental.',
        ),
      ],
      touched: 'placing the tube or a blood pressure cuff',
      undone:
        'You can ask for the infusion to be stopped at any time. What has gone in cannot be undone. Staff then stay with you until it has passed.',
    }),
  ],
}
