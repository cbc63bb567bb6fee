/** What the registry answers when something cannot be kept. */
export const says = {
  nameView: 'Give the view a name of at most 60 characters.',
  noSuchView: 'This view is not there any more.',
  notYourView: 'Only the person who made this view changes or removes it. Keep your own under another name.',
} as const
