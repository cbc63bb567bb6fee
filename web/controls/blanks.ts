/**
 * A form's values with what was left empty taken out, so that an optional field is absent rather than '' or null.
 * An object whose every part is empty is absent too; a list keeps its length.
 */
export const withoutBlanks = (value: unknown): unknown => {
  if (value === '' || value === null || value === undefined) return undefined
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  const parts = Object.entries(value)
    .map(([key, part]) => [key, withoutBlanks(part)] as const)
    .filter(([, part]) => part !== undefined)
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}
