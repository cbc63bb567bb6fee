import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { CourseChart } from '../controls/CourseChart.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { DueIn, Elapsed } from '../controls/Elapsed.tsx'
import { Empty } from '../controls/Empty.tsx'
import { Finding } from '../controls/Finding.tsx'
import { Notice } from '../controls/Notice.tsx'
import { Skeleton } from '../controls/Skeleton.tsx'
import { State } from '../controls/State.tsx'
import { Table } from '../controls/Table.tsx'
import { Timeline } from '../controls/Timeline.tsx'
import { ApiProblem } from '../problem.ts'
import { course, findings, moments, rows } from './samples.ts'

export const Showing = () => {
  const [open, setOpen] = useState(false)
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  return (
    <>
      <section className="row">
        <Elapsed since={ago(12)} what="dose" big />
        <DueIn due={ago(-4.5)} what="Blood pressure" />
        <DueIn due={ago(3.5)} what="Sedation score" />
      </section>
      <section className="row">
        <Button onPress={() => undefined}>Give dose</Button>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          Correct an entry
        </Button>
        <Button kind="plain">Show all</Button>
        <Button kind="emergency">Start emergency plan</Button>
        <Button why="The blood pressure is not known.">Clear for dose</Button>
        <Button
          kind="quiet"
          onPress={async () => {
            throw new ApiProblem('conflict', 'Kim Monitor did this first, at 2:04 PM.')
          }}
        >
          Release to Sam
        </Button>
      </section>
      <Dialog title="Correct an entry" open={open} onClose={() => setOpen(false)}>
        <p>The first entry stays visible.</p>
        <Button onPress={() => setOpen(false)}>Record correction</Button>
      </Dialog>
      <section className="row">
        <State>Booked</State>
        <State signal="info">Arrived</State>
        <State signal="held">Held</State>
        <State signal="attention">Overdue by 3 min</State>
        <State signal="emergency">Emergency</State>
      </section>
      <section className="columns">
        <Notice title="Escort not named yet">
          <p>Name the adult who will take Marigold home.</p>
        </Notice>
        <Notice signal="held" title="Pregnancy test not recorded" />
        <Notice signal="attention" title="Blood pressure is 14 minutes old">
          <p>Measure again before the dose.</p>
        </Notice>
        <Notice signal="emergency" title="Oxygen saturation 86%">
          <p>Start the emergency plan.</p>
        </Notice>
      </section>
      <section className="sheet">
        <h2>Before the dose</h2>
        {findings.map((finding) => (
          <Finding key={finding.rule} finding={finding} />
        ))}
      </section>
      <section className="sheet">
        <CourseChart {...course} />
      </section>
      <section className="columns">
        <Timeline moments={moments} timeZone="America/Chicago" />
        <div className="stack">
          <Skeleton title />
          <Empty title="No sessions yet. The first appears here once it is booked." />
        </div>
      </section>
      <Table
        caption="Vital signs"
        captionSeen
        rows={rows}
        keyOf={({ at }) => at}
        columns={[
          { title: 'Time', show: ({ at }) => at },
          { title: 'Blood pressure', show: ({ bp }) => bp, numeric: true },
          { title: 'Heart rate', show: ({ hr }) => hr, numeric: true },
          { title: 'By', show: ({ by }) => by },
        ]}
      />
    </>
  )
}
