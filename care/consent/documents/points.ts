import type { Point } from '../document.ts'
import { consentSources as from, label, study } from './sources.ts'

/** What a patient agrees to point by point, beside the signature under the whole. In the patient's voice. */

export const offLabelPoint: Point = {
  id: 'off-label',
  ...label(from.ketamineHospira, 'I know that the FDA has not approved ketamine for what I would be treated for.'),
}

export const homeUsePoint: Point = {
  id: 'fda-home-use',
  ...study(
    from.fdaCompounded2023,
    'I know that on October 10, 2023, the FDA warned of using ketamine made by a pharmacy at home. I take it only here, where staff watch.',
  ),
}

export const remsPoint: Point = {
  id: 'rems',
  ...label(
    from.remsFormVideo,
    'I know that I have to be enrolled in the safety program (REMS), and that it gets a form about me after every session.',
  ),
}
