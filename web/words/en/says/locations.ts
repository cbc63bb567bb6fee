/** What the server says about registered locations. */
export const says = {
  name: 'Enter the name of the location.',
  tooLong: 'This is too long.',
  nameTaken: 'Another location already has this name.',
  sameId: 'Something else is already stored under this ID. Nothing of yours was saved. Look again.',
  noLocation: 'There is no such location.',
  which: 'There are several locations. Say which one.',
  closed: 'This location is closed.',
  last: 'A clinic needs at least one location. Nothing was changed.',
  hasRooms: 'This location has rooms in use. Move them to another location or retire them first. Nothing was changed.',
  hasStock: 'The ledger has stock at this location. Transfer, return or waste it first. Nothing was changed.',
} as const
