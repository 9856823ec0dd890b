import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button, type ButtonKind } from './button.tsx'
import { Icon } from './icon.tsx'
import { useErrorText } from './states.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children: ComponentChildren
  /** Buttons at the foot; the one that does it first. */
  actions?: ComponentChildren
  wide?: boolean
}

/** A native modal dialog: the browser holds focus inside, Escape closes, focus returns to where it came from. */
export function Dialog({ open, onClose, title, children, actions, wide }: DialogProps) {
  const t = useMessages('platform')
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) dialog.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape is native; the click is on the backdrop
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      class={`m-auto max-h-[90dvh] w-[calc(100%-2rem)] rounded-box border border-line bg-base-100 p-0 text-left text-base-content shadow-xl ${wide ? 'max-w-3xl' : 'max-w-lg'}`}
      onClose={onClose}
      onClick={event => {
        if (event.target === ref.current) onClose()
      }}
    >
      {open && (
        <div class="flex flex-col gap-4 p-4 sm:p-5">
          <div class="flex items-start justify-between gap-3">
            <h2 id={titleId} class="text-lg font-semibold">
              {title}
            </h2>
            <button
              type="button"
              class="btn btn-ghost btn-sm btn-square"
              aria-label={t('action.close')}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          </div>
          <div>{children}</div>
          {actions && <div class="flex flex-wrap gap-2 max-sm:[&>.btn]:w-full">{actions}</div>}
        </div>
      )}
    </dialog>
  )
}

export interface ConfirmButtonProps {
  children: ComponentChildren
  /** The question, for example "Hủy hợp đồng HĐ-2026-014?". */
  title: string
  /** What will happen, and whether it can be undone. */
  text?: ComponentChildren
  /** The word on the button that does it; the button's own word by default. */
  confirmLabel?: string
  onConfirm: () => unknown
  kind?: ButtonKind
  small?: boolean
  disabledReason?: string | undefined
}

/** A button that asks once. Stays open and says why when the act is refused. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, title, text, confirmLabel, onConfirm, kind = 'danger', small, disabledReason } = props
  const t = useMessages('platform')
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const errorText = useErrorText(error)
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
      setOpen(false)
    } catch (reason) {
      setError(reason)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        kind={kind}
        small={small ?? false}
        disabledReason={disabledReason}
        onClick={() => setOpen(true)}
      >
        {children}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        actions={
          <>
            <Button kind={kind === 'danger' ? 'destroy' : kind} busy={isBusy} onClick={() => void confirm()}>
              {confirmLabel ?? children}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('confirm.no')}</Button>
          </>
        }
      >
        {text && <div class="max-w-prose">{text}</div>}
        {error !== undefined && (
          <p role="alert" class="mt-2 font-medium text-error">
            {errorText}
          </p>
        )}
      </Dialog>
    </>
  )
}
