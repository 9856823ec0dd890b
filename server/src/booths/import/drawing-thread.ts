import type { Drawing } from '@hoicho/shared/booths/import/drawing.ts'
import { decodeText } from '../../establishments/import/decode-text.ts'
import { DrawingRefusal } from './drawing-refusal.ts'
import { readDxf } from './read-dxf.ts'
import { readSvg } from './read-svg.ts'

/** What a file was found to be: a drawing in its own units, or why it is none. */
export type FileRead =
  | { kind: 'dxf' | 'svg'; drawing: Drawing; cmPerUnit: number | null }
  | { refusal: 'broken' | 'too-large' | 'binary-dxf' | 'dwg' | 'unknown' }

/** Reads a plan file by what it holds, not by its name. Runs in a thread of its own. */
export default function readDrawingFile(bytes: Uint8Array): FileRead {
  try {
    const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1')
    if (/^AC10\d\d/.test(head)) return { refusal: 'dwg' }
    if (head.startsWith('AutoCAD Binary DXF')) return { refusal: 'binary-dxf' }
    const text = decodeText(bytes)?.text ?? null
    if (text === null) return { refusal: 'unknown' }
    if (/^\s*(?:<\?xml|<!--|<!DOCTYPE\s+svg|<svg)/i.test(text.replace(/^\uFEFF/, ''))) {
      return { kind: 'svg', drawing: readSvg(text), cmPerUnit: null }
    }
    if (/^\s*(?:999\r?\n.*\r?\n\s*)*0\r?\n\s*SECTION/.test(text.slice(0, 4000))) {
      const { cmPerUnit, ...drawing } = readDxf(text)
      return { kind: 'dxf', drawing, cmPerUnit }
    }
    return { refusal: 'unknown' }
  } catch (error) {
    if (error instanceof DrawingRefusal) return { refusal: error.reason }
    throw error
  }
}
