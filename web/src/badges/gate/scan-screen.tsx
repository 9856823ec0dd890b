import type { ScanAnswer, ScanInput } from '@hoicho/shared/badges/schema.ts'
import type { Direction } from '@hoicho/shared/badges/vocabulary.ts'
import { uuidV7 } from '@hoicho/shared/platform/ids.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { nameOf } from '../names.ts'
import { Camera } from './camera.tsx'
import type { Pack, SeenScan } from './device-store.ts'
import { judgeLocally } from './judge-locally.ts'
import { signalVerdict, wakeSound } from './sound.ts'
import { StateLine } from './state-line.tsx'
import { correctedNow, submitScan } from './sync.ts'
import { type Shown, VerdictScreen } from './verdict-screen.tsx'

/** A yes clears by itself, so that a queue keeps moving; a no stays until it is read. */
const YES_MS = 2500

/** One gate: which way people go, the camera, the field for a scanner, and the verdict over it all. */
export function ScanScreen(props: { pack: Pack; gateId: string; onChangeGate: () => void }) {
  const { pack, gateId, onChangeGate } = props
  const t = useMessages('gate')
  const [direction, setDirection] = useState<Direction>('entry')
  const [hasCamera, setCamera] = useState(false)
  const { shown, scan, clear } = useScans(pack, gateId, direction)
  const gate = pack.state.gates.find(one => one.id === gateId)
  return (
    <div class="flex min-h-0 flex-1 flex-col">
      <header class="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <div class="min-w-0 flex-1">
          <h1 class="truncate font-semibold">{gate?.name}</h1>
          <p class="truncate text-sm text-muted">{nameOf(pack.state.fair)}</p>
        </div>
        <Button small kind="quiet" onClick={onChangeGate}>
          {t('change')}
        </Button>
      </header>
      <DirectionToggle direction={direction} onDirection={setDirection} />
      {hasCamera ? (
        <Camera isPaused={shown !== undefined} onCode={code => void scan(code)} />
      ) : (
        <div class="flex min-h-0 flex-1 flex-col items-center justify-center bg-base-200 p-6">
          <button
            type="button"
            class="btn btn-primary btn-lg h-24 w-full max-w-sm text-2xl"
            onClick={() => {
              wakeSound()
              setCamera(true)
            }}
          >
            {t('camera.start')}
          </button>
        </div>
      )}
      <ScannerField onCode={code => void scan(code)} />
      <StateLine />
      {shown && <VerdictScreen shown={shown} timeZone={pack.state.fair.timeZone} onNext={clear} />}
    </div>
  )
}

function useScans(pack: Pack, gateId: string, direction: Direction) {
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    if (shown?.judgement?.verdict !== 'admitted') return undefined
    const timer = setTimeout(() => setShown(undefined), YES_MS)
    return () => clearTimeout(timer)
  }, [shown])

  const onAnswer = (answer: ScanAnswer) =>
    setShown(before => {
      if (before?.id !== answer.id) return before
      const isOther = before.judgement?.verdict !== answer.verdict
      if (isOther) signalVerdict(answer.verdict === 'admitted')
      return {
        ...before,
        judgement: isOther ? { verdict: answer.verdict, params: answer.params } : before.judgement,
        kind: answer.holder?.kind ?? before.kind,
        holder: answer.holder,
        isCorrected: isOther && before.judgement !== null,
      }
    })

  const scan = async (raw: string) => {
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
    const scannedAt = correctedNow()
    const local = await judgeLocally(pack.state, { raw, gateId, direction, scannedAt })
    const { judgement, serial, kind, isGarbled, why } = local
    if (judgement) signalVerdict(judgement.verdict === 'admitted')
    setShown({
      id,
      direction,
      judgement,
      kind,
      holder: null,
      isGarbled,
      isCorrected: false,
      ...(why && { why }),
    })
    const verdict = judgement?.verdict ?? null
    const item: ScanInput = {
      id,
      gateId,
      code: raw.slice(0, 1000),
      direction,
      scannedAt,
      deviceVerdict: verdict,
    }
    const seen: SeenScan | undefined =
      serial !== null && verdict ? { id, serial, direction, verdict, scannedAt } : undefined
    await submitScan(item, seen, onAnswer)
  }
  return { shown, scan, clear: () => setShown(undefined) }
}

function DirectionToggle(props: { direction: Direction; onDirection: (direction: Direction) => void }) {
  const t = useMessages('gate')
  return (
    <fieldset class="grid grid-cols-2">
      <legend class="sr-only">{t('direction')}</legend>
      {(['entry', 'exit'] as const).map(direction => (
        <button
          key={direction}
          type="button"
          aria-pressed={props.direction === direction}
          onClick={() => props.onDirection(direction)}
          class="min-h-16 cursor-pointer border-b-4 border-transparent bg-base-200 text-2xl font-bold text-muted aria-pressed:border-primary aria-pressed:bg-base-100 aria-pressed:text-base-content"
        >
          {direction === 'entry' ? '→ ' : '← '}
          {t(direction)}
        </button>
      ))}
    </fieldset>
  )
}

/**
 * Takes what a hand-held scanner types, wherever the focus is: letters typed outside any field are led here, so no scan
 * is lost to a stray tap. A phone's keyboard opens only when the field itself is tapped.
 */
function ScannerField({ onCode }: { onCode: (code: string) => void }) {
  const t = useMessages('gate')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const isTyping = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
      if (isTyping && document.activeElement !== field.current && !isOtherField(event.target)) {
        field.current?.focus({ preventScroll: true })
      }
    }
    document.addEventListener('keydown', lead, true)
    return () => document.removeEventListener('keydown', lead, true)
  }, [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = field.current?.value.trim()
    if (field.current) field.current.value = ''
    if (typed) onCode(typed)
  }
  return (
    <form onSubmit={submit} class="flex gap-2 border-t border-line p-3">
      <label class="min-w-0 flex-1">
        <span class="sr-only">{t('input')}</span>
        <input
          ref={field}
          name="code"
          class="input w-full"
          placeholder={t('input.placeholder')}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
      </label>
      <Button type="submit" kind="primary">
        {t('input.submit')}
      </Button>
    </form>
  )
}

const isOtherField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select')
