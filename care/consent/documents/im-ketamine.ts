import type { DefaultDocument, DefaultSection } from '../document.ts'
import { approved, goingHome, inDanger, promised, sayingNo } from './checks.ts'
import { imEvidence } from './im-evidence.ts'
import { offLabelPoint } from './points.ts'
import { racemicRisks } from './racemic-risks.ts'
import { alternatives, offLabel, orSpray, racemicDriving, racemicSlow, rights, visit, why } from './shared.ts'
import { consentSources as from, label, ours, plain, study } from './sources.ts'

const what: DefaultSection = {
  id: 'what',
  heading: 'What ketamine is',
  paragraphs: [
    label(from.ketamineHospira, 'Ketamine is a medicine that doctors use to put people to sleep for surgery.'),
    plain(
      'Here you would get a smaller amount as an injection into a muscle of your arm or thigh. You are not meant to fall asleep.',
    ),
    study(from.imTiming, 'People usually feel it within 5 to 10 minutes. Most of the effect passes in 1 to 2 hours.'),
    plain('Once it is injected, the dose cannot be changed or taken back.'),
  ],
}

/** The consent text for ketamine by injection into a muscle. English, about 8th grade. Elements: clinical reference G8. */
export const imKetamine: DefaultDocument = {
  title: 'Consent to treatment with ketamine by injection into a muscle',
  route: 'im',
  language: 'en',
  basis: 'im-ketamine 2026-12-01.1',
  statement:
    'I have read this text. I could ask questions, and those I asked were answered. I know that I can say no, now or later. I agree to treatment with ketamine by injection into a muscle.',
  points: [offLabelPoint],
  checks: [approved, promised, goingHome, sayingNo, inDanger],
  sections: [
    why,
    what,
    offLabel,
    alternatives(orSpray),
    imEvidence,
    ...racemicRisks({
      howOften: 'How often these happen with injections into a muscle has not been well studied.',
      place: 'The place of the injection can be sore.',
    }),
    ...visit({
      stay: [
        ours(
          'shortest stay after IM ketamine',
          'Plan to stay at least 90 minutes after the injection, and longer if you are not ready to go.',
        ),
      ],
      checks: study(
        from.sanacora,
        'Staff check your blood pressure, heart rate, breathing, oxygen and how awake you are, before and after the injection.',
      ),
      fasting: ours(
        'fasting before IM ketamine',
        'You will be told when to stop eating and drinking before your visit.',
      ),
      driving: racemicDriving,
      slow: racemicSlow,
    }),
    ...rights({
      insurance: [
        study(
          from.aetna,
          'Insurance often does not pay for ketamine injections for depression. At least one large insurer lists them as experimental.',
        ),
      ],
      touched: 'the injection or a blood pressure cuff',
      undone: 'Once the injection is given it cannot be undone. Staff then stay with you until it has passed.',
    }),
  ],
}
