import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speaksOfDanger } from './danger-words.ts'

test('what people in danger write is found, in plain words, misspelled, as young people say it, and in Spanish', () => {
  for (const text of [
    'I just want to end it',
    'I no longer want to live',
    'I never want to wake up again',
    "I don't wanna be here anymore",
    'i dont want to exist',
    'I am tired of living',
    'Life is not worth living',
    'my life isn’t worth living',
    'I will hang myself',
    'I keep thinking about dying',
    'thoughts of death every night',
    'I have been thinking of ending my life',
    'sucide',
    'I feel suisidal',
    'kms',
    'I want to unalive myself',
    'They would be better off without me',
    'I wish I would not wake up',
    'I could jump off a bridge',
    'no quiero vivir',
    'Quiero morirme',
    'pienso en matarme',
    'quitarme la vida',
  ])
    assert.equal(speaksOfDanger(text), true, text)
})

test('ordinary words of a form are left alone', () => {
  for (const text of [
    'I want to live again',
    'I want to wake up rested',
    'My mother died in 2019 and I still think about her',
    'I end it at five, so call after that',
    'Is it worth it?',
    'I am tired of pills',
    'Please hang up if my wife answers',
    'I take 20 kms by bus to get there',
    'I jump rope',
    'Side effects inside a week; I decided to subside',
    'Vivo en Portland',
  ])
    assert.equal(speaksOfDanger(text), false, text)
})
