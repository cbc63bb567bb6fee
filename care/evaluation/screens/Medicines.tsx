import { FactList } from '../../../clinic/records/screens/FactList.tsx'
import '../../../clinic/records/screens/records.css'
import { medicinesVersion } from '../../../science/medicines/classes.ts'
import { useMay } from '../../../web/me.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { EvaluationAnswer } from '../read.ts'

/** What is taken, line by line with what it was recognised as. */
export const Medicines = ({
  medicines,
  patientId,
}: {
  medicines: EvaluationAnswer['medicines']
  patientId: string
}) => {
  const mayWrite = useMay('records.write')
  return (
    <>
      <p className="soft">{evaluationWords.medicinesLead}</p>
      <FactList kind="medicine" patientId={patientId} {...medicines} mayWrite={mayWrite} untitled />
      <p className="soft">{evaluationWords.medicinesVersion(medicinesVersion)}</p>
    </>
  )
}
