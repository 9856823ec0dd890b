import type { SecondFactorSetup } from '@hoicho/shared/identity/schema.ts'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { accountApi } from './api.ts'

/** Scan, keep the backup codes, prove that it works. */
export function SecondFactorSteps({
  setup,
  onDone,
}: {
  setup: SecondFactorSetup
  onDone: () => Promise<void>
}) {
  const t = useMessages('identity')
  const form = useForm({
    initial: { code: '' },
    submit: async json => {
      await call(accountApi.account['second-factor'].confirm.$post({ json }))
      await onDone()
    },
  })
  return (
    <div class="flex flex-col gap-5">
      <div>
        <h3 class="font-semibold">{t('factor.scan')}</h3>
        <img
          class="mt-2 size-52 rounded-box border border-line bg-white"
          alt={t('factor.scan')}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qrSvg)}`}
        />
        <p class="mt-2 text-sm text-muted">{t('factor.key')}</p>
        <code class="tnum break-words">{setup.key}</code>
      </div>
      <BackupCodes codes={setup.backupCodes} title={t('factor.keep')} />
      <Form form={form}>
        <TextField
          {...form.field('code')}
          label={t('factor.confirm')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="sm"
          maxLength={7}
        />
        <div>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('code.submit')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

/** Codes for the day the phone is lost, to read and to keep as a file. */
export function BackupCodes({ codes, title }: { codes: readonly string[]; title?: string }) {
  const t = useMessages('identity')
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\r\n')}\r\n`)}`
  return (
    <div class="mb-4">
      {title && <h3 class="font-semibold">{title}</h3>}
      <p class="text-sm text-muted">{t('factor.keep.text')}</p>
      <ul class="tnum my-2 grid max-w-sm grid-cols-2 gap-x-6 gap-y-1 font-mono">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button small icon="download" href={file} download="hoicho-backup-codes.txt">
        {t('factor.download')}
      </Button>
    </div>
  )
}
