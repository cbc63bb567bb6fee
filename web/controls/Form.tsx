import { zodResolver } from '@hookform/resolvers/zod'
import { type FormEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
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
import { newId } from '../api.ts'
import { ApiProblem } from '../problem.ts'
import { controlWords } from '../words/en/controls.ts'
import { Button } from './Button.tsx'
import { withoutBlanks } from './blanks.ts'
import { DraftKept } from './DraftKept.tsx'
import { besideDraft, dropDraft, findDraft, saveDraft } from './drafts.ts'
import { ErrorSummary, errorsIn } from './ErrorSummary.tsx'
import './Form.css'
import { plainIssue } from './issues.ts'
import { type FormTie, FormTieContext, type Linked } from './linked.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

/** Says which version of a record somebody began to change. */
type Version = string | number | undefined

export type FormProps<Schema extends z.ZodObject | z.ZodType<object, object>, From extends Version = undefined> = {
  /** Names the draft: the form and what it is about, such as `vitals.${sessionId}`. Unique in the application. */
  id: string
  schema: Schema
  /** What the record already holds. Never a clinical default. */
  start?: Partial<z.input<Schema>> | undefined
  /**
   * Which version `start` is, where a colleague may write the next one meanwhile. For onSave it stays the one that somebody
   * began to change, in a draft too, however new the page around it is: so that the server can tell the second of two.
   */
  from?: From
  /**
   * Sends it. A thrown ApiProblem is shown, on the fields it names; what was typed stays. What it makes is made under
   * `sentId`, the same until somebody hears that it is saved, in a draft too: so that whoever sends it again because the
   * answer was lost makes it once.
   */
  onSave: (values: z.output<Schema>, more: { confirmed: string[]; from: From; sentId: string }) => Promise<unknown>
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
export const Form = <Schema extends z.ZodType<object, object>, From extends Version = undefined>(
  props: FormProps<Schema, From>,
) => {
  const { id, schema, start, onSave, keepDraft = true } = props
  const from = props.from as From
  const [draft, setDraft] = useState(() => (keepDraft ? findDraft(id) : undefined))
  const [began, setBegan] = useState(() => {
    const kept = (draft && findDraft(besideDraft(id))) as Partial<Beginning<From>> | undefined
    return { from: kept?.from ?? from, sentId: kept?.sentId ?? newId() }
  })
  const held = useRef(new Map<string, string>()).current
  const confirmed = useRef(new Set<string>()).current
  const labels = useRef(new Map<string, string>()).current
  const [problem, setProblem] = useState<ApiProblem>()
  /** What was saved while somebody typed on. A record that holds just this has heard nothing else. */
  const [own, setOwn] = useState<FieldValues>()
  const form = useForm<FieldValues>({
    defaultValues: { ...start, ...draft },
    resolver: useMemo(() => resolverFor(schema, held), [schema, held]),
  })
  const { control, formState } = form

  useEffect(() => {
    if (!keepDraft) return
    const { unsubscribe } = form.watch((values, { name }) => {
      if (name === undefined) return
      saveDraft(id, values)
      saveDraft(besideDraft(id), began)
    })
    return unsubscribe
  }, [form, id, keepDraft, began])

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

  const forget = () => {
    dropDraft(id)
    dropDraft(besideDraft(id))
    setDraft(undefined)
  }
  const show = () => {
    form.reset(emptied(labels, start))
    setBegan({ from, sentId: newId() })
  }
  /** From here on what stands in the form is of another version, or is sent under another id. */
  const goOn = (next: typeof began) => {
    setBegan(next)
    if (!keepDraft) return
    saveDraft(id, form.getValues())
    saveDraft(besideDraft(id), next)
  }
  const startOver = () => {
    forget()
    setProblem(undefined)
    show()
  }
  // A form in which nobody typed shows the record as it is now.
  const untouched = !draft && !formState.isDirty
  useEffect(() => {
    if (from === began.from) return
    if (untouched) show()
    else if (own && typedSince(own, { ...start }, [...labels.keys()]).length === 0) goOn({ ...began, from })
  })
  const sendAs = (sent: FieldValues) => async (values: FieldValues) => {
    setProblem(undefined)
    try {
      await onSave(values as z.output<Schema>, { confirmed: [...confirmed], ...began })
      const later = typedSince(sent, form.getValues(), [...labels.keys()])
      const next = { ...began, sentId: newId() }
      forget()
      setBegan(next)
      setOwn(later.length > 0 ? sent : undefined)
      if (props.again) form.reset(emptied(labels))
      else if (from !== undefined) form.reset(sent)
      if (later.length === 0) return
      // Whoever typed on while the answer was awaited goes on from there: of that the clinic has nothing yet.
      for (const [name, value] of later) form.setValue(name, value, { shouldDirty: true })
      goOn(next)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
      if (error.kind === 'conflict') setDraft(findDraft(id))
      Object.entries(error.fields).forEach(([name, message], index) => {
        form.setError(name, { type: 'server', message }, { shouldFocus: index === 0 })
      })
    }
  }
  const send = (event: FormEvent) => form.handleSubmit(sendAs(structuredClone(form.getValues())))(event)
  const errors = errorsIn(formState.errors)
  return (
    <FormProvider {...form}>
      <FormTieContext value={tie}>
        <form className="form" noValidate onSubmit={send} autoComplete="off">
          {draft && <DraftKept onStartOver={startOver} />}
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

/** What somebody began to change, and under which id it is sent. */
type Beginning<From> = { from: From; sentId: string }

/** Every field of the form, empty unless the record holds something: an empty object would mean "as it began". */
const emptied = (labels: Map<string, string>, start?: object): FieldValues => {
  const values: FieldValues = {}
  for (const name of labels.keys()) set(values, name, null)
  return { ...values, ...start }
}

/** The fields that hold something else than when the form was sent. */
const typedSince = (sent: FieldValues, now: FieldValues, names: readonly string[]): [name: string, value: unknown][] =>
  names.flatMap((name): [string, unknown][] => {
    const value: unknown = get(now, name) ?? null
    return JSON.stringify(value) === JSON.stringify(get(sent, name) ?? null) ? [] : [[name, value]]
  })

const messageOf = (error: { message?: string } | undefined): string | undefined =>
  error === undefined ? undefined : (error.message ?? controlWords.notAccepted)
