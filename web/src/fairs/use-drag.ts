import { useRef } from 'preact/hooks'

/**
 * Lets the rows of a list be dragged to another place with a mouse: spread the result on each row. The buttons beside a
 * row do the same for keyboard and touch.
 */
export function useDrag(onDrop: (from: number, to: number) => void) {
  const from = useRef<number | undefined>(undefined)
  return (at: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      from.current = at
      event.stopPropagation()
    },
    onDragOver: (event: DragEvent) => {
      if (from.current !== undefined) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      if (from.current !== undefined && from.current !== at) onDrop(from.current, at)
      from.current = undefined
    },
    onDragEnd: () => {
      from.current = undefined
    },
  })
}
