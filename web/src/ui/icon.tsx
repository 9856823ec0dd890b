/** Line icons on a 20 × 20 grid, drawn for this house. Decorative: the word beside them carries the meaning. */
const PATHS = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4 10.5 4 4 8-9',
  right: 'm8 5 5 5-5 5',
  left: 'm12 5-5 5 5 5',
  down: 'm5 8 5 5 5-5',
  up: 'm5 12 5-5 5 5',
  search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM13.5 13.5 17 17',
  warning: 'M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14v.5',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9.5v4M10 6.5V7',
  error: 'M6.5 2.5h7l4 4v7l-4 4h-7l-4-4v-7l4-4ZM10 6v5M10 13.5v.5',
  upload: 'M10 13V3.5M6 7l4-4 4 4M3.5 13v3.5h13V13',
  download: 'M10 3.5V13M6 9.5l4 4 4-4M3.5 13v3.5h13V13',
  user: 'M10 9.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5',
  plus: 'M10 4v12M4 10h12',
  globe:
    'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM2.5 10h15M10 2.5c2.5 2.5 3 5 3 7.5s-.5 5-3 7.5c-2.5-2.5-3-5-3-7.5s.5-5 3-7.5Z',
  theme: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 2.5v15M10 6l5.5-1M10 10h7.5M10 14l5.5 1',
  file: 'M5 2.5h6.5l4 4v11H5v-15ZM11 2.5V7h4.5',
  edit: 'm4 13 8.5-8.5 3 3L7 16H4v-3Z',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l1 12h7l1-12',
  print: 'M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6v-5.5Z',
  dots: 'M4 10h.01M10 10h.01M16 10h.01',
  external: 'M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16 4l-7 7',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.5V10l3 2',
  home: 'M3 9.5 10 3.5l7 6M5 8.5v8h10v-8M8.5 16.5v-4h3v4',
  sort: 'M7 4v12M4 13l3 3 3-3M13 16V4M10 7l3-3 3 3',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name, class: className = 'size-4' }: { name: IconName; class?: string }) {
  return (
    <svg class={`inline-block shrink-0 ${className}`} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path
        d={PATHS[name]}
        stroke="currentColor"
        stroke-width={name === 'dots' ? 3 : 1.6}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
