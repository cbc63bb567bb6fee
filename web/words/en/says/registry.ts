/** What the registry answers when something cannot be kept. */
export const says = {
  nameView: 'Give the view a name of at most 60 characters.',
  noSuchView: 'This view no longer exists.',
  notYourView: 'Only the person who created this view can change or remove it. Save your own under another name.',
} as const
