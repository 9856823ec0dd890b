import type { TargetedPointerEvent, TargetedWheelEvent } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'

/** What a booth looks like: `planned` is a preview, `dimmed` does not match a search. */
export type BoothLook = 'free' | 'assigned' | 'confirmed' | 'planned' | 'fault' | 'dimmed' | 'found'

export interface DrawnBooth {
  number: string
  xCm: number
  yCm: number
  widthCm: number
  depthCm: number
  look: BoothLook
  /** Who stands there, written under the number where there is room. */
  name?: string
}

export interface HallPlanProps {
  hall: { name: string; widthCm: number; depthCm: number }
  booths: readonly DrawnBooth[]
  selected?: string | undefined
  onPick?: (number: string) => void
  /** Zoom buttons; a small preview does without. */
  hasTools?: boolean
}

interface View {
  x: number
  y: number
  width: number
  depth: number
}

const MARGIN_CM = 40
const ROOM_CM = 250

/**
 * A hall in metres, drawn to scale: drag to move, wheel or buttons to zoom. The list beside it says and does the same
 * by keyboard and for those who hear the page.
 */
export function HallPlan({ hall, booths, selected, onPick, hasTools }: HallPlanProps) {
  const t = useMessages('booths')
  const whole = useMemo(() => wholeOf(hall, booths), [hall, booths])
  const [view, setView] = useState<View>()
  const shown = view ?? whole
  const drag = useDrag(shown, setView)
  const zoom = (factor: number, at = { x: 0.5, y: 0.5 }) => setView(zoomed(shown, whole, factor, at))
  const wheel = (event: TargetedWheelEvent<SVGSVGElement>) => {
    if (!hasTools || !(event.ctrlKey || event.metaKey || view)) return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
    zoom(event.deltaY < 0 ? 1.25 : 0.8, at)
  }
  return (
    <div class="flex flex-col gap-2">
      {hasTools && (
        <div class="no-print flex flex-wrap gap-1">
          <Button kind="quiet" small onClick={() => zoom(1.5)}>
            {t('plan.zoomIn')}
          </Button>
          <Button kind="quiet" small onClick={() => zoom(1 / 1.5)}>
            {t('plan.zoomOut')}
          </Button>
          <Button kind="quiet" small onClick={() => setView(undefined)}>
            {t('plan.fit')}
          </Button>
        </div>
      )}
      <svg
        role="img"
        aria-label={t('plan.image', { hall: hall.name })}
        viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.depth}`}
        class={`max-h-[70dvh] w-full rounded-field border border-line bg-base-200 select-none ${view ? 'cursor-grab touch-none' : ''}`}
        onWheel={wheel}
        {...(hasTools && view ? drag.handlers : {})}
      >
        <rect width={hall.widthCm} height={hall.depthCm} class="fill-base-100 stroke-edge" stroke-width={8} />
        {booths.map(booth => (
          <Booth
            key={booth.number}
            booth={booth}
            isSelected={booth.number === selected}
            onPick={() => {
              if (!drag.hasMoved()) onPick?.(booth.number)
            }}
          />
        ))}
      </svg>
    </div>
  )
}

const LOOKS: Record<BoothLook, string> = {
  free: 'fill-base-100 stroke-edge',
  assigned: 'fill-warning/15 stroke-warning',
  confirmed: 'fill-success/15 stroke-success',
  planned: 'fill-primary/10 stroke-primary',
  fault: 'fill-error/20 stroke-error',
  dimmed: 'fill-base-200 stroke-line',
  found: 'fill-primary/15 stroke-primary',
}

function Booth(props: { booth: DrawnBooth; isSelected: boolean; onPick: () => void }) {
  const { booth, isSelected, onPick } = props
  const { number, xCm, yCm, widthCm, depthCm, look, name } = booth
  const size = Math.min(depthCm / 3, widthCm / (number.length * 0.72))
  const middle = xCm + widthCm / 2
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the list beside the plan does the same by keyboard
    <g onClick={onPick} class={`cursor-pointer ${look === 'dimmed' ? 'opacity-50' : ''}`}>
      <title>{name ? `${number} – ${name}` : number}</title>
      <rect
        x={xCm + 4}
        y={yCm + 4}
        width={widthCm - 8}
        height={depthCm - 8}
        rx={8}
        class={`${LOOKS[look]} ${isSelected ? 'stroke-primary' : ''}`}
        stroke-width={isSelected ? 22 : 6}
        stroke-dasharray={look === 'planned' ? '20 12' : undefined}
      />
      <Mark look={look} x={xCm + widthCm - 46} y={yCm + 46} />
      <text
        x={middle}
        y={yCm + depthCm / 2 + size * (name ? 0.1 : 0.35)}
        text-anchor="middle"
        font-size={size}
        class="fill-base-content font-semibold"
      >
        {number}
      </text>
      {name && (
        <text
          x={middle}
          y={yCm + depthCm / 2 + size * 0.95}
          text-anchor="middle"
          font-size={size * 0.42}
          class="fill-base-content"
        >
          {shortened(name, widthCm / (size * 0.24))}
        </text>
      )}
    </g>
  )
}

/** The shapes of the state tags, so that colour alone never has to tell: half disc, tick, cross. */
function Mark({ look, x, y }: { look: BoothLook; x: number; y: number }) {
  if (look === 'assigned') {
    return (
      <path d={`M${x} ${y - 22}a22 22 0 0 1 0 44Z`} class="fill-warning stroke-warning" stroke-width={5} />
    )
  }
  if (look === 'confirmed' || look === 'found') {
    const ink = look === 'found' ? 'stroke-primary' : 'stroke-success'
    return <path d={`m${x - 20} ${y} 14 16 28-34`} fill="none" class={ink} stroke-width={10} />
  }
  if (look === 'fault') {
    return (
      <path d={`m${x - 18} ${y - 18} 36 36m0-36-36 36`} fill="none" class="stroke-error" stroke-width={10} />
    )
  }
  return null
}

const shortened = (name: string, letters: number) =>
  name.length <= letters ? name : `${name.slice(0, Math.max(1, Math.floor(letters) - 1))}…`

/** The part of the hall where booths stand, with some room around it; all of an empty hall. */
function wholeOf(hall: HallPlanProps['hall'], booths: readonly DrawnBooth[]): View {
  const left = Math.min(...booths.map(booth => booth.xCm), hall.widthCm)
  const top = Math.min(...booths.map(booth => booth.yCm), hall.depthCm)
  const right = Math.max(...booths.map(booth => booth.xCm + booth.widthCm), 0)
  const bottom = Math.max(...booths.map(booth => booth.yCm + booth.depthCm), 0)
  if (right <= left) {
    return {
      x: -MARGIN_CM,
      y: -MARGIN_CM,
      width: hall.widthCm + 2 * MARGIN_CM,
      depth: hall.depthCm + 2 * MARGIN_CM,
    }
  }
  const x = Math.max(-MARGIN_CM, left - ROOM_CM)
  const y = Math.max(-MARGIN_CM, top - ROOM_CM)
  const width = Math.min(hall.widthCm + MARGIN_CM, right + ROOM_CM) - x
  return { x, y, width, depth: Math.min(hall.depthCm + MARGIN_CM, bottom + ROOM_CM) - y }
}

/** Keeps the point under the pointer where it is; never shows more than the whole hall. */
function zoomed(view: View, whole: View, factor: number, at: { x: number; y: number }): View | undefined {
  const width = view.width / factor
  if (width >= whole.width) return undefined
  const kept = Math.max(width, 500)
  const depth = (kept / view.width) * view.depth
  return {
    x: view.x + (view.width - kept) * at.x,
    y: view.y + (view.depth - depth) * at.y,
    width: kept,
    depth,
  }
}

/** Drags the plan under the pointer; a press that moved is no choice of a booth. */
function useDrag(view: View, setView: (view: View) => void) {
  const start = useRef<{ x: number; y: number; view: View } | undefined>(undefined)
  const moved = useRef(false)
  const down = (event: TargetedPointerEvent<SVGSVGElement>) => {
    start.current = { x: event.clientX, y: event.clientY, view }
    moved.current = false
  }
  const move = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const from = start.current
    if (!from) return
    const box = event.currentTarget.getBoundingClientRect()
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
    if (Math.hypot(dx, dy) > 5) moved.current = true
    const perPixel = from.view.width / box.width
    if (moved.current)
      setView({ ...from.view, x: from.view.x - dx * perPixel, y: from.view.y - dy * perPixel })
  }
  const up = () => {
    start.current = undefined
    setTimeout(() => {
      moved.current = false
    })
  }
  const handlers = { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerLeave: up }
  return { handlers, hasMoved: () => moved.current }
}
