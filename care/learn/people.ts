import { readFileSync } from 'node:fs'
import { type People, readPeople } from '../../science/pharmacokinetics/people/people.ts'

/** The virtual people that come with Evenkeel. */
export const shippedPeople = (): People =>
  readPeople(readFileSync(new URL('../../science/pharmacokinetics/people/people.bin', import.meta.url)))
