import QRCode from 'qrcode'

/**
 * A QR code as SVG text for a template: `image(bytes(data.qr), format: "svg")`. Black runs on nothing, four modules of
 * quiet zone, error correction M; sharp at any size.
 * @throws Error when the text is too long for a QR code (about 2,300 bytes at M)
 */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * QUIET
  const runs: string[] = []
  for (let y = 0; y < modules.size; y++) {
    let x = 0
    while (x < modules.size) {
      let end = x
      while (end < modules.size && modules.get(y, end)) end++
      if (end > x) runs.push(`M${x + QUIET} ${y + QUIET}h${end - x}v1h-${end - x}z`)
      x = end + 1
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path d="${runs.join('')}" fill="#000"/></svg>`
  )
}

const QUIET = 4
