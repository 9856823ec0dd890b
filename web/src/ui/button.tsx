import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Icon, type IconName } from './icon.tsx'

/**
 * `primary` once a screen; `secondary` beside it; `quiet` in rows and toolbars; `danger` leads to what cannot be
 * undone, `destroy` does it (in a dialog).
 */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'destroy'

const KINDS: Record<ButtonKind, string> = {
  primary: 'btn-primary',
  secondary: 'btn-outline border-edge bg-base-100 text-base-content hover:bg-base-300',
  quiet: 'btn-ghost text-primary hover:bg-base-300',
  danger: 'btn-error btn-outline bg-base-100 hover:bg-error',
  destroy: 'btn-error',
}

export interface ButtonProps {
  children: ComponentChildren
  kind?: ButtonKind
  icon?: IconName
  small?: boolean
  wide?: boolean
  /** Working: says so, and takes no second press. */
  busy?: boolean
  /** Off, and why. The reason is shown beside the button and read with it. */
  disabledReason?: string | undefined
  type?: 'button' | 'submit'
  onClick?: (event: MouseEvent) => void
  /** A destination instead of an action: renders a link. */
  href?: string
  download?: string | boolean
  external?: boolean
  'aria-label'?: string
  'aria-expanded'?: boolean
  'aria-controls'?: string
}

export function Button(props: ButtonProps) {
  return props.href !== undefined && !props.disabledReason ? (
    <ButtonLink {...props} href={props.href} />
  ) : (
    <RealButton {...props} />
  )
}

function classOf({ kind = 'secondary', small, wide }: ButtonProps): string {
  return `btn ${KINDS[kind]} ${small ? 'btn-sm' : ''} ${wide ? 'w-full' : ''} gap-1.5`
}

function ButtonLink(props: ButtonProps & { href: string }) {
  const { children, icon, href, download, external } = props
  return (
    <a
      class={classOf(props)}
      href={href}
      download={download}
      target={external ? '_blank' : undefined}
      rel={external ? 'noreferrer' : undefined}
      aria-label={props['aria-label']}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

function RealButton(props: ButtonProps) {
  const { children, icon, busy, disabledReason, type = 'button', onClick } = props
  const t = useMessages('platform')
  const reasonId = useId()
  const isOff = Boolean(busy || disabledReason)
  const press = (event: MouseEvent) => {
    if (isOff) event.preventDefault()
    else onClick?.(event)
  }
  const button = (
    <button
      // oxlint-disable-next-line react/button-has-type -- a default is given above
      type={type}
      class={classOf(props)}
      onClick={press}
      aria-disabled={isOff || undefined}
      aria-describedby={disabledReason ? reasonId : undefined}
      aria-label={props['aria-label']}
      aria-expanded={props['aria-expanded']}
      aria-controls={props['aria-controls']}
    >
      {icon && !busy && <Icon name={icon} />}
      {busy && <Icon name="clock" />}
      {busy ? t('status.busy') : children}
    </button>
  )
  if (!disabledReason) return button
  return (
    <span class={`inline-flex flex-col items-start gap-1 ${props.wide ? 'w-full' : ''}`}>
      {button}
      <span id={reasonId} class="text-sm text-muted max-w-prose">
        {disabledReason}
      </span>
    </span>
  )
}

/** Buttons in a row; the primary first, full width on a phone. */
export function Actions({ children }: { children: ComponentChildren }) {
  return (
    <div class="flex flex-wrap items-start gap-2 max-sm:[&>.btn]:w-full max-sm:[&>span]:w-full">
      {children}
    </div>
  )
}
