const format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' })

/** A birth date has no time and no zone: 'Mar 5, 1980'. */
export const showBirthDate = (date: string): string => format.format(new Date(`${date}T12:00:00.000Z`))
