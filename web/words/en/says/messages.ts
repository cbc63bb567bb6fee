/** What the server says about messages, and about texts that come in. */
export const says = {
  textsStopped: 'This number has opted out of text messages. Choose another way, or call.',
  noNumber: 'This is not a phone number.',
  noInbound: 'This installation does not accept text messages (SMS_INBOUND_KEY is not set).',
  notSigned: 'The signature does not match this text.',
  /** To whoever starts the server. */
  smtpUrl: 'SMTP_URL is not an address such as smtp://user:password@host:587.',
  mailFrom: 'MAIL_FROM is not an email address such as clinic@host.example.',
  smsUrl: 'SMS_URL is not an https address of a gateway such as https://gateway.example/send.',
  /** The sentence of an alert. */
  textCame: 'A text message came from this patient’s number. No one reads texts here: read it and call.',
} as const
