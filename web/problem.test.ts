import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem, statusOf } from '../clinic/request/problem.ts'
import { problemFrom, problemKinds } from './problem.ts'

const sent = (problem: Problem) => JSON.parse(JSON.stringify(problem)) as unknown

test('every kind the server has is read as that kind, with its sentence', () => {
  for (const kind of Object.keys(statusOf) as (keyof typeof statusOf)[]) {
    const read = problemFrom(statusOf[kind], sent(new Problem(kind, 'Because.')), 'Broken')
    assert.deepEqual([read.kind, read.says], [kind, 'Because.'])
    assert.ok(problemKinds.includes(kind))
  }
})

test('fields, findings and who was first arrive', () => {
  const fields = { systolic: 'Too high.' }
  const first = { by: 'Kim', at: '2026-11-24T10:00:00.000Z' }
  const read = problemFrom(422, sent(new Problem('invalid', 'See below.', { fields, first })), 'Broken')
  assert.deepEqual([read.fields, read.first, read.because], [fields, first, []])
})

test('an answer that is no problem of ours is an error, never bad input', () => {
  for (const body of [undefined, null, 'gateway', 42, {}, { problem: 'teapot', says: 7 }]) {
    const read = problemFrom(502, body, 'The server broke.')
    assert.deepEqual([read.kind, read.says], ['error', 'The server broke. (502)'])
  }
})
