import { HelpLine } from '../patient/Help.tsx'
import type { OpenLink } from '../patient/link.ts'
import '../controls/Button.css'
import '../patient/patient.css'
import { Questions } from '../patient/Questions.tsx'
import type { Questionnaire } from '../patient/questionnaire.ts'
import { ApiProblem } from '../problem.ts'

const answers = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'].map((text, value) => ({
  value,
  text,
}))
const rest: Questionnaire = {
  id: 'rest',
  title: 'Rest',
  stem: 'Over the last 2 weeks, how often have you been bothered by this made-up thing?',
  items: [
    { linkId: '1', text: 'A made-up first thing, such as a noisy neighbor or a door that will not close', answers },
    { linkId: '2', text: 'A made-up second thing', answers },
  ],
}
const dark: Questionnaire = {
  id: 'dark',
  title: 'Dark thoughts',
  notValidated: true,
  items: [{ linkId: '1', text: 'A made-up question about dark thoughts', answers: answers.slice(0, 2) }],
}

const link: OpenLink = {
  draftId: 'gallery',
  state: 'live',
  purpose: 'gallery',
  expiresAt: '2099-01-01T00:00:00.000Z',
  clinic: { name: 'Harbor Test Clinic', phone: '555-0100', timeZone: 'America/Chicago', isDemo: true },
  get: async () => {
    throw new ApiProblem('offline', 'No contact')
  },
  post: async () => {
    throw new ApiProblem('offline', 'No contact')
  },
}

/** The patient's side without a server: sending fails while the test keeps `data-offline` on the page. */
export const Phone = () => (
  <div className="patient">
    <header className="patient-head">{link.clinic.name}</header>
    <main className="patient-page">
      <Questions
        link={link}
        questionnaires={[rest, dark]}
        urgent={(_, value, { id }) => id === 'dark' && value !== 0}
        intro={
          <>
            <h1>How have you been?</h1>
            <p>Three short questions, about a minute. Milo Monitor reads your answers tomorrow morning.</p>
          </>
        }
        onSend={async (sent) => {
          if ('offline' in document.body.dataset) throw new ApiProblem('offline', 'No contact')
          document.body.dataset.saved = JSON.stringify(sent)
        }}
      />
    </main>
    <HelpLine />
  </div>
)
