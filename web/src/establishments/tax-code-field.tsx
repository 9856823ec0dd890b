import { checkTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { type InputProps, TextField } from '../ui/inputs.tsx'
import { StateTag } from '../ui/state-tag.tsx'

interface Props {
  code: Omit<InputProps<string>, 'label'>
  reason: Omit<InputProps<string>, 'label'>
}

/** A tax code, checked while it is typed. One that does not fit the rule asks for the reason it is right. */
export function TaxCodeField({ code, reason }: Props) {
  const t = useMessages('establishments')
  const [isLeft, setLeft] = useState(code.value !== '')
  const check = code.value.trim() === '' ? undefined : checkTaxCode(code.value)
  // Digits still being typed are not an error yet.
  const isShown = check && (isLeft || check.outcome === 'ok')
  return (
    <div class="flex flex-col gap-3">
      <TextField
        {...code}
        label={t('taxCode')}
        hint={t('taxCode.hint')}
        required={false}
        width="md"
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        error={
          code.error ?? (isLeft && check?.outcome === 'refused' ? t(`taxCode.${check.code}`) : undefined)
        }
        onBlur={() => setLeft(true)}
        suffix={
          isShown && check.outcome !== 'refused' ? (
            <StateTag tone={check.outcome === 'ok' ? 'success' : 'warning'}>
              {check.outcome === 'ok' ? t(`taxCode.${check.kind}`) : t('taxCode.doubt')}
            </StateTag>
          ) : undefined
        }
      />
      {isShown && check.outcome === 'warning' && (
        <TextField
          {...reason}
          label={t('taxCodeReason')}
          hint={t(`taxCode.${check.code}`)}
          width="full"
          maxLength={300}
        />
      )}
    </div>
  )
}
