/**
 * Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula is led by an apostrophe, so that what somebody
 * typed is shown and never carried out.
 */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

/**
 * The same as a file to download. A spreadsheet reads a file without the mark at its beginning as the letters of its own
 * country, and writes a patient’s name in others.
 */
export const csvFile = (rows: Parameters<typeof csv>[0], name: string): Response =>
  new Response(`\uFEFF${csv(rows)}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  })

const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
