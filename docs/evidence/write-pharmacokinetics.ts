import { writeFileSync } from 'node:fs'
import { pharmacokineticsPage } from '../../science/pharmacokinetics/evidence/page.ts'

writeFileSync(new URL('pharmacokinetics.md', import.meta.url), pharmacokineticsPage())
