import { accountWords } from '../../../web/words/en/accounts.ts'
import './accounts.css'

const words = accountWords.credential

export type CodeOffer = { offer: string; picture: string; letters: string }

/** What an authenticator app scans, and the same as letters for a phone that cannot. */
export const AppPicture = ({ offer }: { offer: CodeOffer }) => (
  <div className="stack" data-gap="tight">
    <h3>{words.appTitle}</h3>
    <p>{words.appBody}</p>
    <img className="app-picture" src={offer.picture} alt={words.pictureAlt} width="220" height="220" />
    <p>
      {words.appLetters} <span className="letters">{offer.letters}</span>
    </p>
  </div>
)
