import { useState } from 'react'
import { z } from 'zod'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { type Draft, findDraft } from '../../../web/controls/drafts.ts'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { RouteChoice } from '../../../web/controls/RouteChoice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDay } from '../../../web/time.ts'
import { useTreatmentRoute } from '../../../web/treatment-route.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import { Additions, missingWords } from '../document.ts'
import { elementsOf } from '../elements.ts'
import { Publish } from '../requests.ts'
import type { Documents } from './answers.ts'
import './Consent.css'
import { DocumentSection } from './DocumentSection.tsx'

/** A form leaves blank fields out; of the additions an absent part is an empty one. */
const whole = (typed: unknown): unknown => ({ under: {}, own: [], ...(typeof typed === 'object' ? typed : {}) })

const Typed = (shipped: Documents['shipped']) =>
  z.object({
    additions: z.preprocess(
      whole,
      Additions.superRefine((additions, context) => {
        for (const [at, message] of Object.entries(missingWords(shipped, additions))) {
          context.addIssue({ code: 'custom', path: at.split('.'), message })
        }
      }),
    ),
    whatChanged: Publish.shape.whatChanged,
  })

/** The clinic's consent text: ours with its sources, the clinic's words, and its versions. */
export const ConsentDocument = () => {
  const route = useTreatmentRoute()
  const { data, error, refetch } = useRead<Documents>(`/api/consent/documents/${route}`)
  const timeZone = useTimeZone()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const [current] = data.versions
  return (
    <>
      <PageTitle
        title={words.documentTitle}
        over={treatmentWords.routes[route]}
        state={
          current ? (
            <State>{`${words.version} ${current.version}`}</State>
          ) : (
            <State signal="held">{words.notPublished}</State>
          )
        }
      >
        {current
          ? words.counts(current.version, current.publishedBy, showDay(current.publishedAt, timeZone))
          : words.never}
      </PageTitle>
      <RouteChoice />
      <div className="stack" data-gap="wide">
        {data.stale.length > 0 && <Notice signal="attention" title={words.stale(data.stale.length)} />}
        {current && current.content.basis !== data.shipped.basis && (
          <Notice signal="attention" title={words.ourTextChanged(current.content.basis, data.shipped.basis)} />
        )}
        <PublishForm key={`${route} ${current?.version ?? 0}`} data={data} onPublished={() => void refetch()} />
        {data.versions.length > 0 && <Versions data={data} timeZone={timeZone} />}
      </div>
    </>
  )
}

/** How many sections of one's own were typed before: as many are shown again. */
const ownIn = (draft: Draft | undefined): number =>
  z.object({ additions: z.object({ own: z.array(z.unknown()) }) }).safeParse(draft).data?.additions.own.length ?? 0

const PublishForm = ({ data, onPublished }: { data: Documents; onPublished: () => void }) => {
  const { shipped, additions, versions } = data
  const newest = versions[0]?.version ?? 0
  const draftId = `consent.document.${shipped.route}`
  const [own, setOwn] = useState(() => Math.max(additions.own.length, ownIn(findDraft(draftId))))
  return (
    <Form
      id={draftId}
      schema={Typed(shipped)}
      start={{ additions, ...(newest === 0 ? { whatChanged: words.firstText } : {}) }}
      from={newest}
      save={words.publish(newest + 1)}
      onSave={async ({ additions: typed, whatChanged }, { from: expected, sentId: id }) => {
        const body = { id, expected, whatChanged, additions: { ...typed, own: typed.own.slice(0, own) } }
        await api.post(`/api/consent/documents/${shipped.route}`, body)
        onPublished()
      }}
    >
      <p className="soft">{words.howItWorks}</p>
      <div className="consent-sections">
        {shipped.sections.map((section) => (
          <DocumentSection key={section.id} section={section}>
            {(section.clinicMustSay ?? section.clinicMaySay) && (
              <TextArea
                name={`additions.under.${section.id}`}
                label={words.yourWords}
                note={section.clinicMustSay ? words.needed : undefined}
                hint={section.clinicMustSay ?? section.clinicMaySay}
                rows={3}
              />
            )}
          </DocumentSection>
        ))}
      </div>
      <Asked shipped={shipped} />
      <Elements shipped={shipped} />
      <section className="stack">
        <h2>{words.own}</h2>
        {Array.from({ length: own }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section of one's own is known by its place
          <div key={index} className="sheet stack">
            <Field name={`additions.own.${index}.heading`} label={words.ownHeading} />
            <TextArea name={`additions.own.${index}.text`} label={words.ownText} />
          </div>
        ))}
        <div className="row">
          <Button kind="quiet" onPress={() => setOwn(own + 1)}>
            {words.addOwn}
          </Button>
          {own > 0 && (
            <Button kind="plain" onPress={() => setOwn(own - 1)}>
              {words.removeOwn}
            </Button>
          )}
        </div>
      </section>
      <TextArea name="whatChanged" label={words.whatChanged} hint={words.whatChangedHint} rows={2} />
      {newest > 0 && <Notice signal="attention" title={words.publishWarning(newest + 1)} />}
    </Form>
  )
}

/** What follows the text before a signature: the questions, and the points. */
const Asked = ({ shipped: { checks = [], points = [] } }: { shipped: Documents['shipped'] }) => (
  <>
    <details>
      <summary>{words.checks}</summary>
      <dl className="consent-understood">
        {checks.map(({ id, question, because }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>{because}</dd>
          </div>
        ))}
      </dl>
    </details>
    <details>
      <summary>{words.points}</summary>
      <ul>
        {points.map((point) => (
          <li key={point.id}>
            {point.text} <span className="soft">{point.source?.label}</span>
          </li>
        ))}
      </ul>
    </details>
  </>
)

/** What a consent has to speak of, and under which heading this one does. */
const Elements = ({ shipped }: { shipped: Documents['shipped'] }) => {
  const elements = elementsOf(shipped)
  return (
    <details>
      <summary>{words.elements(elements.length)}</summary>
      <dl className="consent-understood">
        {elements.map(({ id, says, under, asPoint, missing, source }) => (
          <div key={id}>
            <dt>{says}</dt>
            <dd>
              {missing ? words.elementMissing : under.join('; ')}
              {asPoint && !missing && <> ({words.elementTicked})</>} <span className="soft">{source.label}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const Versions = ({ data: { versions }, timeZone }: { data: Documents; timeZone: string }) => (
  <section className="stack">
    <h2>{words.versions}</h2>
    <Table
      caption={words.versions}
      rows={versions}
      keyOf={({ id }) => id}
      columns={[
        { title: words.version, show: ({ version }) => version, numeric: true },
        { title: words.published, show: ({ publishedAt }) => showDay(publishedAt, timeZone) },
        { title: words.by, show: ({ publishedBy }) => publishedBy },
        { title: words.changed, show: ({ whatChanged }) => whatChanged },
        { title: words.hash, show: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code> },
      ]}
    />
  </section>
)
