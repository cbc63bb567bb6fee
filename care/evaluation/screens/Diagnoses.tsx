import { FactList } from '../../../clinic/records/screens/FactList.tsx'
import '../../../clinic/records/screens/records.css'
import { diagnosesEdition } from '../../../science/diagnoses/diagnoses.ts'
import { useMay } from '../../../web/me.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { EvaluationAnswer } from '../read.ts'

/** The list of problems, which is where a diagnosis and its code stand. */
export const Diagnoses = ({ problems, patientId }: { problems: EvaluationAnswer['problems']; patientId: string }) => {
  const mayWrite = useMay('records.write')
  return (
    <>
      <p className="soft">{evaluationWords.diagnosesLead(`ICD-10-CM ${diagnosesEdition.year}`)}</p>
      <FactList kind="problem" patientId={patientId} {...problems} mayWrite={mayWrite} />
    </>
  )
}
