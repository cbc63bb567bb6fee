import { writeFileSync } from 'node:fs'
import { drawPeople } from '../../science/pharmacokinetics/people/draw.ts'
import { writePeople } from '../../science/pharmacokinetics/people/people.ts'

/** Makes science/pharmacokinetics/people/people.bin again, byte for byte. */
writeFileSync(new URL('../../science/pharmacokinetics/people/people.bin', import.meta.url), writePeople(drawPeople()))
