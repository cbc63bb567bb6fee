import type { DefaultDocument, DefaultSection } from '../document.ts'
import { approved, atHome, goingHome, inDanger, promised, sayingNo } from './checks.ts'
import { homeUsePoint, offLabelPoint } from './points.ts'
import { racemicRisks } from './racemic-risks.ts'
import {
  alternatives,
  lastingAfterSeries,
  offLabel,
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
      'Here you would get a smaller amount as a lozenge that dissolves in your mouth, in the clinic. You are not meant to fall asleep.',
    ),
    study(
      from.chong,
      'Only part of it reaches your blood, about a third in one small study, and how much differs a lot from person to person. What you swallow counts too, so you agree with your prescriber whether to swallow or spit it out.',
    ),
    plain('Once part of it is in your body it cannot be taken back. You can spit out the rest at any time.'),
  ],
}

const compounded: DefaultSection = {
  id: 'compounded',
  heading: 'A medicine made by a pharmacy',
  paragraphs: [
    study(
      from.fdaCompounded2023,
      'Ketamine lozenges are made (compounded) by a pharmacy. The FDA has not approved them for any mental health condition. On October 10, 2023, it warned that use at home adds risk, because nobody there watches over you. It reported one person who took it by mouth and breathed too slowly. The level in the blood was about twice that used for surgery.',
    ),
    ours(
      'lozenges are taken in the clinic',
      'This consent is for lozenges taken here, watched by staff. None is for taking home.',
    ),
  ],
}

const evidence: DefaultSection = {
  id: 'evidence',
  heading: 'How well it works, and what is not known',
  paragraphs: [
    plain('Nobody can promise that it will help you.'),
    study(
      from.canmat,
      'There are few good studies of ketamine by mouth. Experts in Canada call the evidence for ways other than by vein weak, and see ketamine as a third choice for depression that other treatments did not help.',
    ),
    study(
      from.sublingualCohorts,
      'In one program’s records of 664 people, 48 of 100 had clearly less depression after three lozenges.',
    ),
    study(
      from.telehealthEligibility,
      'Larger programs gave lozenges at home to carefully chosen people, and counted only those who finished, over about four weeks. That tells little about how many would be helped here, and for how long.',
    ),
    plain(
      'These people knew what they got and were not compared with others, so part of the change may have other causes.',
    ),
    plain('Most of what is known comes from ketamine by vein (IV). It may be different for lozenges:'),
    study(
      from.registry2022,
      'A registry of 537 people given IV ketamine: about half (54 of 100) improved by half or more, 29 of 100 became nearly free of symptoms, and 8 of 100 felt worse. Some people had more thoughts of suicide (6 of 100).',
    ),
    study(from.oneDose, 'In studies the effect of a single dose lasted about a week.'),
    lastingAfterSeries,
    label(from.spravatoSafetyCopy, 'Esketamine, a related medicine, has not been shown to prevent suicide.'),
  ],
  clinicMaySay: 'What you tell patients about results at your clinic',
}

/** The consent text for ketamine lozenges taken in the clinic. English, about 8th grade. Elements: clinical reference G8. */
export const lozengeKetamine: DefaultDocument = {
  title: 'Consent to treatment with ketamine lozenges in the clinic',
  route: 'lozenge',
  language: 'en',
  basis: 'lozenge-ketamine 2026-12-01.1',
  statement:
    'I have read this text. I could ask questions, and those I asked were answered. I know that I can say no, now or later. I agree to treatment with ketamine lozenges in the clinic.',
  points: [offLabelPoint, homeUsePoint],
  checks: [approved, atHome, promised, goingHome, sayingNo, inDanger],
  sections: [
    why,
    what,
    offLabel,
    compounded,
    alternatives(orSpray),
    evidence,
    ...racemicRisks({
      howOften: 'How often these happen with lozenges has not been well studied.',
      place: 'Your mouth can feel numb, and the lozenge tastes bitter.',
    }),
    ...visit({
      stay: [
        ours(
          'shortest stay after a lozenge',
          'Plan to stay at least 120 minutes after the lozenge, and longer if you are not ready to go.',
        ),
      ],
      checks: study(
        from.sanacora,
        'Staff check your blood pressure, heart rate, breathing, oxygen and how awake you are, before and after the lozenge.',
      ),
      fasting: ours('fasting before ketamine', 'You will be told when to stop eating and drinking before your visit.'),
      driving: racemicDriving,
      slow: racemicSlow,
    }),
    ...rights({
      insurance: [
        study(
          from.aetna,
          'Insurance often does not pay for ketamine by mouth for depression. At least one large insurer lists it as experimental.',
        ),
      ],
      touched: 'a blood pressure cuff',
      undone:
        'You can spit the lozenge out at any time. What you have taken in cannot be undone. Staff then stay with you until it has passed.',
    }),
  ],
}
