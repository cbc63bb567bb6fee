import { z } from 'zod'
import { Checks } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { says } from '../../../web/words/en/says/releases.ts'
import { type Form, forms, type PlainContent, plainContents, purposes } from '../release.ts'
import { NewRelease } from '../requests.ts'

/** What is shared, and what for: the same whether the patient signs here, on paper or from a link. */
export const TypedWhat = z.object({
  form: NewRelease.shape.form.default('release'),
  contents: z.array(z.enum(plainContents)).default([]),
  purposes: NewRelease.shape.purposes,
})
type What = Pick<z.output<typeof TypedWhat>, 'form' | 'contents'>

export const isWhatChosen = ({ form, contents }: What): boolean => form === 'part 2' || contents.length > 0
export const chooseWhat = { path: ['contents'], message: says.contents }

export const contentsOf = ({ form, contents }: { form: Form; contents: readonly PlainContent[] }) => ({
  contents: form === 'part 2' ? (['substance use'] as const) : contents,
})

export const WhatFields = ({ form, mayPart2 }: { form: Form; mayPart2: boolean }) => (
  <>
    {mayPart2 && (
      <Choice
        name="form"
        label={words.form}
        options={forms.map((value) => ({ value, label: words.forms[value], hint: words.formHints[value] }))}
      />
    )}
    {form === 'release' && (
      <Checks
        name="contents"
        label={words.what}
        options={plainContents.map((value) => ({ value, label: words.contents[value] }))}
      />
    )}
    <Checks
      name="purposes"
      label={words.whatFor}
      options={purposes.map((value) => ({ value, label: words.purposes[value] }))}
    />
  </>
)
