import { writeFileSync } from 'node:fs'
import { evidencePage } from '../../science/evidence.ts'

writeFileSync(new URL('rules.md', import.meta.url), evidencePage())
