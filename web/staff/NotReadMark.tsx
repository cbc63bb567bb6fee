import { controlWords } from '../words/en/controls.ts'
import './AlertsWaiting.css'

/** In the place of a number beside a page's name: it could not be read. */
export const NotReadMark = () => (
  <span className="alerts-waiting">
    ?<span className="unseen">{controlWords.notReadMark}</span>
  </span>
)
