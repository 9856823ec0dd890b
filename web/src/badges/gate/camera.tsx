import { useEffect, useRef, useState } from 'preact/hooks'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'

// The reader comes from our own server; the policy allows no other.
prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
  },
})

const FAST = {
  formats: ['QRCode'],
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
} as const
/** One code held before the camera is one scan, until it has been away for this long. */
const REPEAT_MS = 2000

type Trouble = 'camera.denied' | 'camera.none' | 'camera.insecure'

/** The picture and what it reads. While `isPaused` nothing is read, so that a verdict stays on screen. */
export function Camera({ isPaused, onCode }: { isPaused: boolean; onCode: (code: string) => void }) {
  const t = useMessages('gate')
  const video = useRef<HTMLVideoElement>(null)
  const [trouble, setTrouble] = useState<Trouble>()
  const [track, setTrack] = useState<MediaStreamTrack>()
  const latest = useRef({ isPaused, onCode })
  latest.current = { isPaused, onCode }

  useEffect(() => {
    let isGone = false
    let stream: MediaStream | undefined
    const open = async () => {
      try {
        if (!navigator.mediaDevices) throw new DOMException('', 'SecurityError')
        const opened = await navigator.mediaDevices.getUserMedia({ video: WANTED, audio: false })
        stream = opened
        if (isGone || !video.current) return stop(opened)
        video.current.srcObject = opened
        await video.current.play()
        setTrack(opened.getVideoTracks()[0])
        readFrames(video.current, latest, () => isGone)
      } catch (error) {
        if (!isGone) setTrouble(troubleOf(error))
      }
    }
    void open()
    return () => {
      isGone = true
      stop(stream)
    }
  }, [])

  if (trouble) return <p class="m-auto max-w-sm p-4 text-center">{t(trouble)}</p>
  return (
    <div class="relative min-h-0 flex-1 overflow-hidden bg-black">
      <video ref={video} muted playsInline class="absolute inset-0 size-full object-cover" />
      <div class="pointer-events-none absolute inset-0 m-auto aspect-square w-3/5 max-w-64 rounded-box border-4 border-white outline-2 outline-black/50" />
      <p class="absolute inset-x-0 bottom-2 text-center text-sm font-medium text-white">
        <span class="rounded-selector bg-black/70 px-2 py-1">{t('ready')}</span>
      </p>
      {track && <Torch track={track} />}
    </div>
  )
}

const WANTED = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } as const

const stop = (stream: MediaStream | undefined) => stream?.getTracks().forEach(track => track.stop())

function troubleOf(error: unknown): Trouble {
  if (!globalThis.isSecureContext) return 'camera.insecure'
  const isDenied = error instanceof DOMException && error.name === 'NotAllowedError'
  return isDenied ? 'camera.denied' : 'camera.none'
}

type Latest = { current: { isPaused: boolean; onCode: (code: string) => void } }

/** Reads frame after frame: the middle square quickly, every tenth frame whole and with more effort. */
function readFrames(video: HTMLVideoElement, latest: Latest, isGone: () => boolean): void {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const last = { code: '', at: 0 }
  let frame = 0
  const read = async () => {
    if (isGone() || !pen) return
    frame += 1
    const found = await readOne(video, canvas, pen, frame % 10 === 0)
    const now = performance.now()
    if (found && found === last.code && now - last.at < REPEAT_MS) {
      last.at = now
    } else if (found && !latest.current.isPaused) {
      last.code = found
      last.at = now
      latest.current.onCode(found)
    }
    if (!isGone()) video.requestVideoFrameCallback(() => void read())
  }
  video.requestVideoFrameCallback(() => void read())
}

async function readOne(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  pen: CanvasRenderingContext2D,
  isThorough: boolean,
): Promise<string | undefined> {
  const { videoWidth: width, videoHeight: height } = video
  if (!width || !height) return undefined
  const side = Math.min(width, height)
  const [w, h] = isThorough ? [width, height] : [side, side]
  canvas.width = w
  canvas.height = h
  pen.drawImage(video, (width - w) / 2, (height - h) / 2, w, h, 0, 0, w, h)
  const [result] = await readBarcodes(pen.getImageData(0, 0, w, h), {
    ...FAST,
    formats: [...FAST.formats],
    tryHarder: isThorough,
    tryRotate: isThorough,
  })
  return result?.isValid ? result.text : undefined
}

function Torch({ track }: { track: MediaStreamTrack }) {
  const t = useMessages('gate')
  const [isOn, setOn] = useState(false)
  // Only some phones have it, and TypeScript does not know it yet.
  const can = track.getCapabilities?.() as { torch?: boolean } | undefined
  if (!can?.torch) return null
  const toggle = () => {
    const advanced = [{ torch: !isOn } as MediaTrackConstraintSet]
    void track.applyConstraints({ advanced }).then(() => setOn(!isOn))
  }
  return (
    <div class="absolute top-2 right-2">
      <Button small onClick={toggle} aria-expanded={isOn}>
        {t('camera.torch')}
      </Button>
    </div>
  )
}
