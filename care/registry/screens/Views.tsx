import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { registryWords as words } from '../../../web/words/en/registry.ts'
import type { Looked } from '../order.ts'
import { SaveView, type View } from '../view.ts'

const Named = z.object({ name: SaveView.shape.name, shared: z.literal(true).optional() })

/** Ways of looking that were kept, one tap each, and the way to keep the present one. */
export const Views = ({
  views,
  looked,
  look,
}: {
  views: readonly View[]
  looked: Looked
  look: (next: Looked) => void
}) => {
  const [naming, setNaming] = useState(false)
  const queries = useQueryClient()
  const anew = () => queries.invalidateQueries()
  const keep = async ({ name, shared }: z.output<typeof Named>, id: string) => {
    await api.post('/api/registry/views', { id, viewId: id, name, shows: looked, shared: shared === true })
    setNaming(false)
    await anew()
  }
  return (
    <section className="stack" data-gap="tight" aria-label={words.views}>
      <div className="row">
        {views.map(({ viewId, name, by, mine, shows }) => (
          <span key={viewId} className="registry-view">
            <Button kind="quiet" onPress={() => look(shows)}>
              {mine ? name : words.viewBy(name, by)}
            </Button>
            {mine && (
              <Button
                kind="plain"
                label={words.remove(name)}
                onPress={async () => {
                  await api.post(`/api/registry/views/${viewId}/remove`, { id: newId() })
                  await anew()
                }}
              >
                {words.removeShort}
              </Button>
            )}
          </span>
        ))}
        <Button kind="plain" onPress={() => setNaming(true)}>
          {words.keepView}
        </Button>
      </div>
      <Dialog title={words.keepView} open={naming} onClose={() => setNaming(false)}>
        <Form id="registry.view" schema={Named} save={words.save} onSave={(named, { sentId }) => keep(named, sentId)}>
          <Field name="name" label={words.viewName} />
          <Check name="shared" label={words.viewShared} />
        </Form>
      </Dialog>
    </section>
  )
}
