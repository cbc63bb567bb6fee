import QRCode from 'qrcode'

/** A text as a QR code, in the form in which an <img> takes it. */
export const pictureOf = async (text: string): Promise<string> => {
  const svg = await QRCode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
