import type { ComponentChildren } from 'preact'

/** The gate has the whole screen to itself; nothing scrolls but what must. */
export default function GateLayout({ children }: { children: ComponentChildren }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      class="flex h-dvh flex-col overflow-y-auto bg-base-100 pb-[env(safe-area-inset-bottom)]"
    >
      {children}
    </main>
  )
}
