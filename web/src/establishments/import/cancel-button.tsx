import { useMessages } from '../../platform/i18n.ts'
import { ConfirmButton } from '../../ui/dialog.tsx'
import { cancelImport, type ImportKey } from './api.ts'

/** Gives an import up, once asked. */
export function CancelButton({ of }: { of: ImportKey }) {
  const t = useMessages('directory-import-desk')
  return (
    <ConfirmButton
      title={t('cancel.title')}
      text={t('cancel.text')}
      confirmLabel={t('cancel.confirm')}
      onConfirm={() => cancelImport(of)}
    >
      {t('cancel.open')}
    </ConfirmButton>
  )
}
