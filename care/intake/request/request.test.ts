import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Instant } from '../../../science/time.ts'
import { answersIn } from './changes.ts'
import { type PublicRequest, perhapsTheSame } from './request.ts'
import { Said } from './said.ts'

const agreed = { agreeContact: 'yes', agreeNotUrgent: 'yes', reachBy: ['call'] }
const request = (id: string, said: object): PublicRequest => ({
  id,
  receivedAt: Instant.parse('2026-11-23T17:00:00.000Z'),
  saidAt: Instant.parse('2026-11-23T17:00:00.000Z'),
  latestAt: Instant.parse('2026-11-23T17:00:00.000Z'),
  said: [Said.parse({ ...agreed, ...said })],
  steps: [],
  danger: false,
})

test('the same phone, mail, or name and birth date is perhaps the same person, however it was written; a name alone is not', () => {
  const rosa = request('rosa', {
    givenName: 'Rosa',
    familyName: 'Quince',
    birthDate: '1988-04-03',
    phone: '503 555 0142',
    email: 'Rosa@example.test',
    reachBy: ['call', 'mail'],
  })
  const others = {
    phone: request('phone', { givenName: 'R', phone: '+1 (503) 555-0142' }),
    mail: request('mail', { givenName: 'Q', email: 'rosa@EXAMPLE.test', reachBy: ['mail'] }),
    born: request('born', {
      givenName: 'rosa',
      familyName: 'quince',
      birthDate: '1988-04-03',
      phone: '503 555 0199',
    }),
    name: request('name', { givenName: 'Rosa', familyName: 'Quince', phone: '503 555 0198' }),
    stranger: request('stranger', { givenName: 'Sam', phone: '503 555 0197' }),
  }
  const all = [rosa, ...Object.values(others)]
  assert.deepEqual(
    perhapsTheSame(all, rosa).map(({ id }) => id),
    ['phone', 'mail', 'born'],
  )
  assert.deepEqual(perhapsTheSame(all, others.stranger), [])
})

test('whoever wrote only a plan is not asked for their insurance once more', () => {
  const told = (said: object) =>
    answersIn(request('plan', { givenName: 'Rosa', phone: '503 555 0142', ...said })).map(({ question, value }) => [
      question,
      value,
    ])
  assert.deepEqual(told({ plan: 'Blue PPO' }), [
    ['coverage', true],
    ['coverage', { payer: 'Blue PPO' }],
  ])
  assert.deepEqual(told({ payer: 'Blue Plan', plan: 'PPO' })[1], ['coverage', { payer: 'Blue Plan', plan: 'PPO' }])
  assert.deepEqual(told({}), [])
})
