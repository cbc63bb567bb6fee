import { randomUUID } from 'node:crypto'
import { done, type Hands } from './hands.ts'

export type Identity = {
  givenName: string
  familyName: string
  birthDate: string
  sex: 'female' | 'male' | 'intersex' | null
  phone?: string
  email?: string
  reachBy?: ('call' | 'sms' | 'mail' | 'letter')[]
}
export type Contact = { kind: 'emergency' | 'escort'; name: string; phone: string; relation: string; isAdult: boolean }

/** Registers somebody at the front desk. Somebody who looks like a person already there is somebody else here. */
export const register = async (
  { frontDesk }: Pick<Hands, 'frontDesk'>,
  identity: Identity,
  { contacts = [] as Contact[], pharmacy = '', payer = '' } = {},
): Promise<string> => {
  const id = randomUUID()
  const likely = done<{ candidates: { id: string }[] }>(
    await frontDesk.post('/api/patients/likely', { identity }),
    'Looking for duplicates',
  )
  const others = likely.candidates.map((candidate) => candidate.id)
  const body = {
    id,
    identityId: randomUUID(),
    identity,
    contacts: contacts.map((fact) => ({ id: randomUUID(), fact })),
    pharmacy: pharmacy ? { id: randomUUID(), fact: { name: pharmacy, phone: '503 555 0199' } } : null,
    coverage: payer ? { id: randomUUID(), fact: { kind: 'insurance', payer } } : null,
    anyway: others.length > 0 ? { notTheSameAs: others, reason: 'Another made-up person' } : null,
  }
  done(await frontDesk.post('/api/patients', body), 'Registering')
  return id
}

export type Lists = {
  problems?: { words: string; code?: string; status?: 'active' | 'in remission' | 'resolved' }[]
  medicines?: { name: string; dose?: string; frequency?: string }[]
  /** `none`: asked, and there are none. Left out: nobody has asked. */
  allergies?: { substance: string; reaction?: string }[] | 'none'
}

/** Writes down problems, medicines and allergies. */
export const keepLists = async (
  { monitor }: Pick<Hands, 'monitor'>,
  patientId: string,
  { problems = [], medicines = [], allergies }: Lists,
): Promise<void> => {
  const add = async (list: string, fact: object) =>
    done(
      await monitor.post(`/api/patients/${patientId}/${list}`, { change: 'recorded', id: randomUUID(), fact }),
      `Adding to ${list}`,
    )
  for (const { status = 'active', ...problem } of problems) await add('problems', { status, ...problem })
  for (const medicine of medicines) await add('medicines', medicine)
  if (allergies === 'none') {
    const body = { id: randomUUID(), about: 'allergy' }
    done(await monitor.post(`/api/patients/${patientId}/none-known`, body), 'Recording no allergies')
  } else for (const allergy of allergies ?? []) await add('allergies', allergy)
}

/** Puts somebody on the patient's team. */
export const assign = async (
  { frontDesk }: Pick<Hands, 'frontDesk'>,
  patientId: string,
  staffId: string,
): Promise<void> => {
  done(await frontDesk.post(`/api/patients/${patientId}/team`, { id: randomUUID(), staffId }), 'Assigning')
}
