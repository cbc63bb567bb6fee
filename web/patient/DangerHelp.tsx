import { speaksOfDanger } from '../../science/criteria/danger-words.ts'
import { Notice } from '../controls/Notice.tsx'
import { patientWords } from '../words/en/patient.ts'

/** Beside every field in which a patient writes freely: help while the words are still being typed (RL-07). */
export const DangerHelp = ({ text }: { text: string | undefined }) =>
  text && speaksOfDanger(text) ? (
    <Notice signal="emergency" title={patientWords.urgentTitle} live>
      <p>{patientWords.urgentHelp}</p>
      <div className="help-ways">
        <a className="button" data-kind="emergency" href="tel:988">
          {patientWords.call988}
        </a>
        <a className="button" data-kind="quiet" href="sms:988">
          {patientWords.text988}
        </a>
        <a className="button" data-kind="quiet" href="tel:911">
          {patientWords.call911}
        </a>
      </div>
      <p>{patientWords.urgentNot}</p>
    </Notice>
  ) : null
