import type { ContractView } from '@hoicho/shared/contracts/schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Actions, Button } from '../ui/button.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import { Money } from '../ui/number-fields.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { cancelContract, useContract } from './api.ts'
import { ContractTag } from './contract-tag.tsx'
import { LineTable } from './line-table.tsx'
import { Payments } from './payments.tsx'
import { SignForm } from './sign-form.tsx'

/** One contract for the staff: figures, papers, signatures, payments. */
export default function ContractPage({ params }: PageProps<'fairId' | 'contractId'>) {
  const t = useMessages('contracts-desk')
  const contract = useContract(params.contractId)
  const { data } = contract
  return (
    <Page
      title={data ? `${data.number}` : t('title')}
      lead={data?.establishmentName}
      tag={data && <ContractTag state={data.state} />}
      breadcrumbs={[{ label: t('title'), href: `/desk/fairs/${params.fairId}/contracts` }]}
      actions={data && <Papers contract={data} />}
    >
      <Await query={contract}>
        {found => (
          <div class="flex flex-col gap-5">
            <Section title={t('facts')}>
              <LineTable {...found} />
            </Section>
            <div class="grid items-start gap-5 lg:grid-cols-2">
              <Signing contract={found} />
              <Payments contract={found} />
            </div>
            {found.state !== 'cancelled' && <Cancel contract={found} />}
          </div>
        )}
      </Await>
    </Page>
  )
}

function Papers({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts-desk')
  return (
    <Actions>
      <Button icon="file" external href={`/api/files/${contract.fileId}?inline=1`}>
        {t('paper.issued')}
      </Button>
      {contract.signedFileId && (
        <Button icon="file" external href={`/api/files/${contract.signedFileId}?inline=1`}>
          {t('paper.signed')}
        </Button>
      )}
    </Actions>
  )
}

function Signing({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts-desk')
  const whyNot = useFairRights(contract.fairId).whyNot('contracts.sign-for-organizer')
  const rows = (['establishment', 'organizer'] as const).map(side => {
    const found = contract.signatures.find(signature => signature.side === side)
    return {
      key: side,
      label: t(`side.${side}`),
      value: found ? (
        <>
          {found.signerName}, {found.signerPosition}
          <br />
          <DateText value={found.signedAt} timeZone={contract.timeZone} />
        </>
      ) : (
        <span class="text-muted">{t('unsigned')}</span>
      ),
    }
  })
  return (
    <Section title={t('signatures')}>
      <SummaryList
        rows={[
          ...rows,
          { key: 'hash', label: t('hash'), value: <code class="text-sm break-all">{contract.sha256}</code> },
        ]}
      />
      {contract.state === 'issued' && <p class="mt-3 text-muted">{t('sign.notYet')}</p>}
      {contract.state === 'signed-by-establishment' && whyNot && (
        <div class="mt-4">
          <Button disabledReason={whyNot}>{t('sign')}</Button>
        </div>
      )}
      {contract.state === 'signed-by-establishment' && !whyNot && (
        <div class="mt-4">
          <h3 class="font-semibold">{t('sign')}</h3>
          <p class="mb-3 text-muted">{t('sign.text')}</p>
          <SignForm
            contract={contract}
            side="organizer"
            words={{
              name: t('sign.name'),
              position: t('sign.position'),
              confirm: t('sign.confirm'),
              missing: t('sign.confirm'),
              button: t('sign'),
            }}
            onSigned={() => notify({ text: t('sign.done') })}
          />
        </div>
      )}
    </Section>
  )
}

function Cancel({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts-desk')
  const { whyNot } = useFairRights(contract.fairId)
  const [isOpen, setOpen] = useState(false)
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await cancelContract(contract.id, reason)
      setOpen(false)
      notify({ text: t('cancel.done') })
    },
  })
  return (
    <div>
      <Button kind="danger" disabledReason={whyNot('contracts.cancel')} onClick={() => setOpen(true)}>
        {t('cancel')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('cancel.title', { number: contract.number })}
      >
        <Form form={form}>
          <p>
            {t('cancel.text')}{' '}
            {contract.paidMinor > 0 && (
              <>
                {t('col.paid')}: <Money amountMinor={contract.paidMinor} currency={contract.currency} />
              </>
            )}
          </p>
          <TextField {...form.field('reason')} label={t('cancel.reason')} maxLength={300} />
          <Actions>
            <Button type="submit" kind="destroy" busy={form.pending}>
              {t('cancel')}
            </Button>
          </Actions>
        </Form>
      </Dialog>
    </div>
  )
}
