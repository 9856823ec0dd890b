import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Icon } from './icon.tsx'

export interface Crumb {
  label: string
  href: string
}

export interface PageFrameProps {
  title: string
  /** One line under the title: where, when, which state. */
  lead?: ComponentChildren
  /** A StateTag beside the title. */
  tag?: ComponentChildren
  breadcrumbs?: readonly Crumb[]
  actions?: ComponentChildren
  children: ComponentChildren
  /** `narrow` for forms and reading, `wide` (default) for work. */
  width?: 'narrow' | 'wide'
}

let isFirstPage = true

/** The frame of a page. Names the document, and moves focus to the heading after a navigation. */
export function Page({ title, lead, tag, breadcrumbs, actions, children, width = 'wide' }: PageFrameProps) {
  const t = useMessages('platform')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [title, t])
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [])
  return (
    <div
      class={`mx-auto w-full px-4 in-[.desk]:mx-0 py-5 sm:px-6 ${width === 'narrow' ? 'max-w-3xl' : 'max-w-7xl'}`}
    >
      {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
      <header class="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div class="min-w-0 max-w-full">
          <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 ref={heading} tabIndex={-1} class="text-2xl font-semibold tracking-tight">
              {title}
            </h1>
            {tag}
          </div>
          {lead && <div class="mt-1 max-w-prose text-muted">{lead}</div>}
        </div>
        {actions && <div class="no-print flex flex-wrap items-start gap-2 max-sm:w-full">{actions}</div>}
      </header>
      <div class="flex flex-col gap-6">{children}</div>
    </div>
  )
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useMessages('platform')
  return (
    <nav aria-label={t('nav.breadcrumbs')} class="mb-2 text-sm">
      <ol class="flex flex-wrap items-center gap-x-1 text-muted">
        {crumbs.map(crumb => (
          <li key={crumb.href} class="flex min-w-0 items-center gap-1 wrap-anywhere">
            <a class="inline-block py-1 hover:underline" href={crumb.href}>
              {crumb.label}
            </a>
            <Icon name="right" class="size-3" />
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface SectionProps {
  title?: string
  lead?: ComponentChildren
  actions?: ComponentChildren
  children: ComponentChildren
  /** Without the paper card, for tables and forms that bring their own edges. */
  bare?: boolean
  id?: string
}

/** A titled part of a page, on paper. */
export function Section({ title, lead, actions, children, bare, id }: SectionProps) {
  return (
    <section id={id} class={bare ? '' : 'rounded-box border border-line bg-base-100 p-4 sm:p-5'}>
      {(title || actions) && (
        <div class="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div class="min-w-0">
            {title && <h2 class="text-base font-semibold">{title}</h2>}
            {lead && <div class="mt-0.5 max-w-prose text-sm text-muted">{lead}</div>}
          </div>
          {actions && <div class="no-print flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
