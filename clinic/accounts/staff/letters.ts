/** Mail to staff. A link opens an account, so nothing else is in it: no names of patients, no roles. */
export const joinLetter = (clinic: string, name: string, url: string, days: number) => ({
  subject: `Your way into ${clinic}`,
  body: `Hello ${name},

${clinic} uses Evenkeel and has made an account for you. Open this link to choose how you sign in:

${url}

It works once and for ${days} days. If you did not expect this, leave it unopened and tell the clinic.
`,
})

export const recoverLetter = (clinic: string, name: string, url: string, hours: number) => ({
  subject: `Signing in to ${clinic} again`,
  body: `Hello ${name},

The owner of ${clinic} made this link so that you can sign in again. Opening it and choosing a new way of signing in
ends every earlier one:

${url}

It works once and for ${hours} hours. If you did not ask for it, leave it unopened and tell the clinic.
`,
})
