import { speaksOfDanger } from '../../science/criteria/danger-words.ts'
import { Notice } from '../controls/Notice.tsx'
import { HelpWays } from './Help.tsx'
import { usePatientWords } from './words.ts'

/**
 * Beside every field in which a patient writes freely: help while the words are still being typed (RL-07), and that the
 * clinic does not have them.
 */
export const DangerHelp = ({ text }: { text: string | undefined }) => {
  const patientWords = usePatientWords()
  return text && speaksOfDanger(text) ? (
    <Notice signal="emergency" title={patientWords.urgentTitle} live>
      <p>{patientWords.urgentHelp}</p>
      <p>
        <strong>{patientWords.urgentUnknown}</strong> {patientWords.urgentWordsNotSent}
      </p>
      <HelpWays first="emergency" />
      <p>{patientWords.urgentNot}</p>
    </Notice>
  ) : null
}
