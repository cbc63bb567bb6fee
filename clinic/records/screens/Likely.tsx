import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { Button } from '../../../web/controls/Button.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { recordWords } from '../../../web/words/en/records.ts'
import { says } from '../../../web/words/en/says/records.ts'
import type { Candidate } from '../register.ts'
import { required } from '../typed.ts'
import { showBirthDate } from './birth-date.ts'

const Decision = z.object({ reason: required(says.what.reason, 1000) })

/** Who this may be, with what speaks for it. Going on is a decision with a reason, kept with the record. */
export const Likely = ({
  candidates,
  onBack,
  onSame,
  onSomebodyElse,
}: {
  candidates: readonly Candidate[]
  /** To what was typed, to mend it. */
  onBack: () => void
  /** Where what was sent can go on with the record that there is. */
  onSame?: ((patientId: string) => Promise<unknown>) | undefined
  onSomebodyElse: (reason: string) => Promise<unknown>
}) => {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="form-part sheet">
      <h2 ref={title} tabIndex={-1}>
        {recordWords.likelyTitle}
      </h2>
      <p>{recordWords.likelyLead}</p>
      <ul className="facts">
        {candidates.map(({ id, displayName, legalName, birthDate, number, phone, because }) => (
          <li key={id}>
            <div>
              <p className="fact-words">
                <bdi>{displayName}</bdi>
              </p>
              {legalName !== displayName && (
                <p>
                  <bdi>{legalName}</bdi>
                </p>
              )}
              <p className="soft">
                {recordWords.born(showBirthDate(birthDate))}, {recordWords.number(number)}
                {phone && <>, {phone}</>}
              </p>
              <p>{because.map((one) => recordWords.likely[one]).join('; ')}</p>
            </div>
            <Link to={`/patients/${id}/record`} className="button" data-kind="quiet">
              {recordWords.openThis(displayName)}
            </Link>
            {onSame && (
              <Button kind="quiet" onPress={() => onSame(id)}>
                {recordWords.sameAs(displayName)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Form
        id="register.anyway"
        schema={Decision}
        save={recordWords.someoneElse}
        kind="quiet"
        onSave={({ reason }) => onSomebodyElse(reason)}
      >
        <TextArea name="reason" label={recordWords.someoneElseWhy} hint={recordWords.someoneElseHint} rows={2} />
      </Form>
      <div>
        <Button kind="plain" onPress={onBack}>
          {recordWords.backToTyped}
        </Button>
      </div>
    </section>
  )
}
