/** What the server says about messages, and about texts that come in. */
export const says = {
  textsStopped: 'This number wants no text messages. Choose another way, or call.',
  noNumber: 'This is no telephone number.',
  noInbound: 'This installation takes no text messages (SMS_INBOUND_KEY is not set).',
  notSigned: 'The signature does not fit this text.',
  /** The sentence of an alert. */
  textCame: 'A text message came from this patient’s number. Nobody reads texts here: read it and call.',
} as const
