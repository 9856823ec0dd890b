import type { ComponentChildren } from 'preact'
import { Page, Section } from '../ui/page.tsx'

/** The frame of the pages before the house: one thing to do, on one narrow sheet. */
export function Door(props: { title: string; lead?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="mx-auto max-w-xl sm:py-6">
      <Page title={props.title} lead={props.lead} width="narrow">
        <Section>{props.children}</Section>
      </Page>
    </div>
  )
}

/** A quiet line under the sheet's main act. */
export function Aside({ children }: { children: ComponentChildren }) {
  return <div class="mt-5 border-t border-line pt-4">{children}</div>
}

export const linkClass = 'inline-block py-1.5 font-medium text-primary underline underline-offset-2'
