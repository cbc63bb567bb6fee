import { useParams, useSearch } from '@tanstack/react-router'

/** A part of the address: '/patients/$patientId' → useParam('patientId'). */
export const useParam = (name: string): string => {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name]
  if (value === undefined) throw new Error(`This page has no ${name} in its address`)
  return value
}

/** What stands after the question mark: state that belongs to the page and survives a reload. */
export const useSearchValue = (name: string): string | undefined => {
  const value = (useSearch({ strict: false }) as Record<string, unknown>)[name]
  return value === undefined ? undefined : String(value)
}
