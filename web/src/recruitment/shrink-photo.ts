/** Enough to read a stamped page; a phone's photo is some 4000 pixels and 4 MB. */
const LONGEST_PX = 2000
const SMALL_BYTES = 600_000

/**
 * A photo as a JPEG of at most 2000 pixels a side, turned upright; anything else, or what the browser cannot read, as it
 * is. Never larger than what was given; the name follows the kind.
 */
export async function shrinkPhoto(file: File): Promise<{ bytes: Blob; name: string }> {
  const original = { bytes: new Blob([file], { type: 'application/octet-stream' }), name: file.name }
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size <= SMALL_BYTES) return original
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const context = canvas.getContext('2d')
    if (!context) return original
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.82))
    if (!small || small.size >= file.size) return original
    const name = `${file.name.replace(/\.\w+$/, '')}.jpg`
    return { bytes: new Blob([small], { type: 'application/octet-stream' }), name }
  } catch {
    return original
  }
}
