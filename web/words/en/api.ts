export const apiWords = {
  offline: 'No connection to the server. Nothing was sent; what you typed is still here.',
  broken: 'Something went wrong on the server. What you typed is still here; try again in a moment.',
} as const
