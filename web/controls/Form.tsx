import { zodResolver } from '@hookform/resolvers/zod'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  type FieldErrors,
  type FieldValues,
  FormProvider,
  get,
  type Resolver,
  set,
  useController,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { ApiProblem } from '../problem.ts'
import { controlWords } from '../words/en/controls.ts'
import { Button } from './Button.tsx'
import { withoutBlanks } from './blanks.ts'
import { dropDraft, findDraft, saveDraft } from './drafts.ts'
import { ErrorSummary, errorsIn } from './ErrorSummary.tsx'
import './Form.css'
import { plainIssue } from './issues.ts'
import { type FormTie, FormTieContext, type Linked } from './linked.ts'
import { Notice } from './Notice.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

export type FormProps<Schema extends z.ZodObject | z.ZodType<object, object>> = {
  /** Names the draft: the form and what it is about, such as `vitals.${sessionId}`. Unique in the application. */
  id: string
  schema: Schema
  /** What the record already holds. Never a clinical default. */
  start?: Partial<z.input<Schema>> | undefined
  /** Sends it. A thrown ApiProblem is shown, on the fields it names; what was typed stays. */
  onSave: (values: z.output<Schema>, more: { confirmed: string[] }) => Promise<unknown>
  /** The verb on the button. */
  save: string
  kind?: 'main' | 'quiet' | 'emergency' | undefined
  /** Why it cannot be saved now, shown under the button. */
  why?: string | undefined
  /** Buttons beside the first. */
  also?: ReactNode
  /** False for passwords and codes: nothing typed is kept. */
  keepDraft?: boolean | undefined
  /** Empties the form once saved, for entering the next of the same kind. */
  again?: boolean | undefined
  children: ReactNode
}

const resolverFor = (schema: z.ZodType<object, object>, held: Map<string, string>): Resolver => {
  const parse = zodResolver(schema as z.ZodType<FieldValues, FieldValues>, { error: plainIssue })
  return async (values, context, options) => {
    const result = await parse((withoutBlanks(values) ?? {}) as FieldValues, context, options)
    if (held.size === 0) return result
    const errors: FieldErrors = { ...result.errors }
    for (const [name, message] of held) {
      if (!get(errors, name))
        set(errors, name, {
          type: 'held',
          message,
          ref: (get(options.fields, name) as { ref?: unknown } | undefined)?.ref,
        })
    }
    return { values: {}, errors }
  }
}

/** Fields, an error summary, the server's answer and one button. Controls inside are tied to it by their `name`. */
export const Form = <Schema extends z.ZodType<object, object>>(props: FormProps<Schema>) => {
  const { id, schema, start, onSave, keepDraft = true } = props
  const [draft, setDraft] = useState(() => (keepDraft ? findDraft(id) : undefined))
  const held = useRef(new Map<string, string>()).current
  const confirmed = useRef(new Set<string>()).current
  const labels = useRef(new Map<string, string>()).current
  const [problem, setProblem] = useState<ApiProblem>()
  const form = useForm<FieldValues>({
    defaultValues: { ...start, ...draft },
    resolver: useMemo(() => resolverFor(schema, held), [schema, held]),
  })
  const { control, formState } = form

  useEffect(() => {
    if (!keepDraft) return
    const { unsubscribe } = form.watch((values, { name }) => {
      if (name !== undefined) saveDraft(id, values)
    })
    return unsubscribe
  }, [form, id, keepDraft])

  const useField = useCallback(
    (name: string, label: string) => {
      labels.set(name, label)
      // biome-ignore lint/correctness/useHookAtTopLevel: this is a hook, handed to the controls through the context
      const { field, fieldState } = useController({ name, control })
      return {
        value: field.value ?? undefined,
        // A form library takes undefined for "back to the default"; null is empty, and leaves with the other blanks.
        change: (value: unknown) => field.onChange(value ?? null),
        blur: field.onBlur,
        error: messageOf(fieldState.error),
        ref: field.ref,
      } as Linked<never>
    },
    [control, labels],
  )
  const tie = useMemo<FormTie>(
    () => ({
      useField,
      hold: (name, because) => (because === undefined ? held.delete(name) : held.set(name, because)),
      confirm: (name, yes) => (yes ? confirmed.add(name) : confirmed.delete(name)),
    }),
    [useField, held, confirmed],
  )

  const startOver = () => {
    dropDraft(id)
    setDraft(undefined)
    form.reset(emptied(labels, start))
  }
  const send = form.handleSubmit(async (values) => {
    setProblem(undefined)
    try {
      await onSave(values as z.output<Schema>, { confirmed: [...confirmed] })
      dropDraft(id)
      setDraft(undefined)
      if (props.again) form.reset(emptied(labels))
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
      Object.entries(error.fields).forEach(([name, message], index) => {
        form.setError(name, { type: 'server', message }, { shouldFocus: index === 0 })
      })
    }
  })
  const errors = errorsIn(formState.errors)
  return (
    <FormProvider {...form}>
      <FormTieContext value={tie}>
        <form className="form" noValidate onSubmit={send} autoComplete="off">
          {draft && (
            <Notice live title={controlWords.draftKept}>
              <Button kind="plain" onPress={startOver}>
                {controlWords.discardDraft}
              </Button>
            </Notice>
          )}
          {props.children}
          {problem && <ProblemNotice problem={problem} />}
          <ErrorSummary errors={errors} labels={labels} onGo={(name) => form.setFocus(name)} />
          <div className="form-actions">
            <Button submit kind={props.kind} why={props.why} busy={formState.isSubmitting}>
              {formState.isSubmitting ? controlWords.saving : props.save}
            </Button>
            {props.also}
          </div>
        </form>
      </FormTieContext>
    </FormProvider>
  )
}

/** Every field of the form, empty unless the record holds something: an empty object would mean "as it began". */
const emptied = (labels: Map<string, string>, start?: object): FieldValues => {
  const values: FieldValues = {}
  for (const name of labels.keys()) set(values, name, null)
  return { ...values, ...start }
}

const messageOf = (error: { message?: string } | undefined): string | undefined =>
  error === undefined ? undefined : (error.message ?? controlWords.notAccepted)
