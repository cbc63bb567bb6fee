import { generalReview } from '../register.ts'
import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'

const source: Source = {
  label: '45 CFR 164.514(b)(2)(i), as the State of Ohio gives it',
  address: 'http://www.hipaa.ohio.gov/privacyrule/sec3c.htm',
  status: 'secondary',
}

const identifier = (id: string, says: string) => ({ id: `safe-harbor-${id}`, says, source, reviewBy: generalReview })

/** What is taken out before scores leave without names: the eighteen kinds of identifier, and how each is kept out here. */
export const safeHarbor: readonly { id: string; says: string; source: Source; reviewBy: Day }[] = [
  identifier('A', 'Names: none is read.'),
  identifier('B', 'Places smaller than a state: none is read, not even the first digits of a ZIP code.'),
  identifier(
    'C',
    'Dates: only the year of the first dose, and weeks since it. Ages above 89 are one group without a year.',
  ),
  identifier('D', 'Telephone numbers: none is read.'),
  identifier('E', 'Fax numbers: none is read.'),
  identifier('F', 'Mail addresses: none is read.'),
  identifier('G', 'Social security numbers: none is kept here.'),
  identifier('H', 'Medical record numbers: none is read; the id of a row is made by chance for each export.'),
  identifier('I', 'Health plan numbers: none is read.'),
  identifier('J', 'Account numbers: none is read.'),
  identifier('K', 'Certificate and license numbers: none is kept here.'),
  identifier('L', 'Vehicles and plates: none is kept here.'),
  identifier('M', 'Devices and their serial numbers: none is read.'),
  identifier('N', 'Web addresses: none is read.'),
  identifier('O', 'Internet addresses: none is read.'),
  identifier('P', 'Fingerprints and voices: none is kept here.'),
  identifier('Q', 'Photographs of faces: none is kept here.'),
  identifier('R', 'Any other number, mark or code of one person: none is read, and no free text.'),
]
