/** A QR code from its rows, black on white in any theme, with its quiet zone. */
export function QrPicture({
  rows,
  label,
  class: className,
}: {
  rows: readonly string[]
  label: string
  class?: string
}) {
  const size = rows.length + 8
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + 4} ${y + 4}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" class={className}>
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
