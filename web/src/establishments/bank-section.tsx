import type { BankAccountInput, BankAccountView } from '@hoicho/shared/establishments/entries-schema.ts'
import type { EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { useState } from 'preact/hooks'
import { type Translate, useMessages } from '../platform/i18n.ts'
import { useCan } from '../platform/rights.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { addBankAccount, chooseBankAccount, removeBankAccount } from './entries-api.ts'
import type { Entry } from './entry-list.tsx'
import { EntrySection } from './entry-section.tsx'
import { useBanks } from './reference.ts'

/** The accounts; contracts name the chosen one. Only the owner, or officers of an entry without people, may change them. */
export function BankSection({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments')
  const can = useCan()
  const { data: banks = [] } = useBanks()
  const isUnclaimed = profile.memberCount === 0
  const mayEdit = can('establishments.edit-bank', { establishmentId: profile.id, isUnclaimed })
  const bankName = (bin: string | null) =>
    banks.find(bank => bank.bin === bin)?.shortName ?? t('bank.unknown')
  const choose = (id: string) => chooseBankAccount(profile.id, id)
  return (
    <>
      {!mayEdit && <Notice>{t('bank.ownerOnly')}</Notice>}
      <EntrySection
        entries={profile.bankAccounts.map(account => bankEntry(account, bankName(account.bankBin), t))}
        empty={{ title: t('bank.empty'), text: t('bank.empty.text') }}
        {...(mayEdit
          ? {
              onRemove: (id: string) => removeBankAccount(profile.id, id),
              extra: (id: string) => <Chooser account={accountOf(profile, id)} onChoose={choose} />,
            }
          : {})}
        addWord={t('bank.add')}
        mayAdd={mayEdit}
        form={(_id, close) => <BankForm establishmentId={profile.id} onDone={close} />}
      />
    </>
  )
}

const accountOf = (profile: EstablishmentView, id: string) =>
  profile.bankAccounts.find(account => account.id === id)

export function bankEntry(account: BankAccountView, bank: string, t: Translate<'establishments'>): Entry {
  return {
    id: account.id,
    title: `${bank} · ${account.account}`,
    lines: [account.holder],
    tag: account.isDefault && <StateTag tone="info">{t('bank.default')}</StateTag>,
    fileId: null,
  }
}

interface ChooserProps {
  account: BankAccountView | undefined
  onChoose: (id: string) => Promise<void>
}

function Chooser({ account, onChoose }: ChooserProps) {
  const t = useMessages('establishments')
  const [busy, setBusy] = useState(false)
  if (!account || account.isDefault) return null
  return (
    <Button
      kind="quiet"
      small
      busy={busy}
      aria-label={`${t('bank.choose')}: ${account.account}`}
      onClick={() => {
        setBusy(true)
        void onChoose(account.id).finally(() => setBusy(false))
      }}
    >
      {t('bank.choose')}
    </Button>
  )
}

function BankForm({ establishmentId, onDone }: { establishmentId: string; onDone: () => void }) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  const { data: banks = [] } = useBanks()
  const form = useForm<BankAccountInput>({
    initial: { bankBin: '', account: '', holder: '' },
    validate: (values): Record<string, string> =>
      values.bankBin === '' ? { '/bankBin': p('form.requiredMissing') } : {},
    submit: async values => {
      await addBankAccount(establishmentId, { ...values, account: values.account.replace(/[\s.-]/g, '') })
      notify({ text: p('status.saved') })
      onDone()
    },
  })
  return (
    <Form form={form}>
      <SelectField
        {...form.field('bankBin')}
        label={t('bank')}
        options={banks.map(bank => ({ value: bank.bin, label: `${bank.shortName} · ${bank.nameVi}` }))}
      />
      <TextField
        {...form.field('account')}
        label={t('bankAccount')}
        inputMode="numeric"
        autoComplete="off"
        width="md"
        maxLength={40}
      />
      <TextField
        {...form.field('holder')}
        label={t('bankHolder')}
        hint={t('bankHolder.hint')}
        maxLength={100}
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {p('action.save')}
        </Button>
        <Button onClick={onDone}>{p('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}
