import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'

const words = accountWords.firstRun

/** What somebody sees who comes before the clinic does. */
export const FirstRun = () => (
  <div className="stack" data-gap="wide">
    <PageTitle title={words.title}>{words.body}</PageTitle>
    <LookAround />
  </div>
)

/** Opens a made-up clinic, apart from the real one. */
export const LookAround = () => (
  <section className="stack">
    <h2>{words.demoTitle}</h2>
    <p>{words.demoBody}</p>
    <Button
      kind="quiet"
      onPress={async () => {
        const { go } = (await api.post<{ go?: string } | undefined>('/api/demo')) ?? {}
        window.location.assign(go ?? '/')
      }}
    >
      {words.demo}
    </Button>
  </section>
)
