import QRCode from 'qrcode'

/** The modules of a QR code (level M), one text a row, `1` dark: a page draws it without a library. */
export function qrRows(text: string): string[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size }, (_row, y) =>
    Array.from({ length: modules.size }, (_column, x) => (modules.get(y, x) ? '1' : '0')).join(''),
  )
}

/** A PNG of the code with its quiet zone, eight pixels a module: for mails. */
export const qrPng = (text: string): Promise<Uint8Array> =>
  QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: 4, scale: 8 })
