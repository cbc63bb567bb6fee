import { createRoot } from 'react-dom/client'
import '../base.css'
import '../staff/Shell.css'
import { PageTitle } from '../controls/PageTitle.tsx'
import { State } from '../controls/State.tsx'
import { Entry } from './Entry.tsx'
import { Phone } from './Phone.tsx'
import { Showing } from './Showing.tsx'

// Every control once, in each of its states: what gallery.test.ts looks at in three modes. Not part of the application.
const Gallery = () => (
  <main className="shell-page" data-place={location.hash === '#room' ? 'session-room' : undefined}>
    <PageTitle
      over="Marigold Testperson"
      title="Session 3 of 6"
      state={<State signal="held">Held: blood pressure not known</State>}
    >
      Room 2, booked for 2:00 PM
    </PageTitle>
    <div className="stack" data-gap="wide">
      <Showing />
      <Entry />
    </div>
  </main>
)

const place = document.getElementById('app')
if (place) createRoot(place).render(location.hash.startsWith('#phone') ? <Phone /> : <Gallery />)
