import type { Medicine } from '../medicine.ts'
import { body } from './body.ts'
import { daily } from './daily.ts'
import { heart } from './heart.ts'
import { mind } from './mind.ts'
import { sedating } from './sedating.ts'

/** Every medicine that is recognised. What is not here is unknown; see README.md. */
export const medicines: readonly Medicine[] = [...mind, ...sedating, ...heart, ...body, ...daily]
