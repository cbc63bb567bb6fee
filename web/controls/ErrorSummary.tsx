import type { FieldErrors } from 'react-hook-form'
import { controlWords } from '../words/en/controls.ts'
import { Notice } from './Notice.tsx'

type Found = { name: string; message: string }

/** Every error of a form with the path of its field, however deep. */
export const errorsIn = (errors: FieldErrors, path = ''): Found[] =>
  Object.entries(errors).flatMap(([key, error]) => {
    const name = path ? `${path}.${key}` : key
    if (error === undefined || error === null || typeof error !== 'object') return []
    if ('type' in error && typeof error.type === 'string') {
      return [{ name, message: typeof error.message === 'string' ? error.message : controlWords.notAccepted }]
    }
    return errorsIn(error as FieldErrors, name)
  })

/** Above the button: what is to be mended, each a step to its field. One error alone is focused and says it there. */
export const ErrorSummary = ({
  errors,
  labels,
  onGo,
}: {
  errors: Found[]
  labels: Map<string, string>
  onGo: (name: string) => void
}) => {
  const hidden = errors.filter(({ name }) => !labels.has(name))
  if (errors.length < 2 && hidden.length === 0) return null
  return (
    <Notice signal="attention" title={controlWords.toMend(errors.length)} live>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={name}>
            {labels.has(name) ? (
              <button type="button" className="error-step" onClick={() => onGo(name)}>
                {labels.get(name)}
              </button>
            ) : (
              name
            )}
            {name === '' ? '' : ': '}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
