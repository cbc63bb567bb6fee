/** What the server says about a patient's intake, and what a form says beside a field. Read by patients too. */
export const says = {
  notAQuestion: 'This is not one of the questions.',
  yesOrNo: 'Choose yes, no or not sure.',
  choose: 'Choose one of the answers.',
  missing: 'Write something, or skip this.',
  tooLong: (most: number) => `This is too long: at most ${most.toLocaleString('en-US')} characters fit here.`,
  unstorable: 'This has a character that cannot be stored. Take it out and write it again.',
  noSuchField: 'This is not part of the list.',
  noLines: 'This question has no list.',
  phone: 'Enter a phone number with at least 7 digits.',
  weeks: 'Enter a whole number of weeks, such as 6.',
  unit: 'Choose the unit.',
  cannotBe: {
    weight: 'This weight cannot be right. Check the number and the unit.',
    height: 'This height cannot be right. Check the number and the unit.',
  },
  closed: 'The clinic has closed these questions. Please call the clinic if you want to add something.',
  tooMany: 'This list is full. Please tell the clinic the rest at your visit.',
  sameIdOtherAnswer: 'Another answer was saved under this number. Please load the page again.',
  noSuchPatient: 'There is no such patient.',
  how: 'Choose how to send it.',
  notReachable: {
    mail: 'This patient has not agreed to be contacted by email, or no address is on record.',
    sms: 'This patient has not agreed to be contacted by text message, or no number is on record.',
  },
  otherWay: 'Choose another way, or open the questions here.',
} as const
