import type { EstablishmentView, ProductInput, ProductView } from '@hoicho/shared/establishments/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea, TextField } from '../ui/inputs.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { addProduct, editProduct, fileUrl, removeProduct } from './api.ts'
import type { Entry } from './entry-list.tsx'
import { EntrySection } from './entry-section.tsx'
import { orNull } from './identity-fields.tsx'
import { UploadField } from './upload-field.tsx'

/** The products, and the form for one of them in place of the list's foot. */
export function ProductsSection({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments')
  return (
    <EntrySection
      entries={profile.products.map(productEntry)}
      empty={{ title: t('products.empty'), text: t('products.empty.text') }}
      onRemove={id => removeProduct(profile.id, id)}
      addWord={t('products.add')}
      editWord={t('products.edit')}
      form={(id, close) => (
        <ProductForm
          establishmentId={profile.id}
          product={profile.products.find(product => product.id === id)}
          onDone={close}
        />
      )}
    />
  )
}

export function productEntry(product: ProductView): Entry {
  return {
    id: product.id,
    title: product.nameVi,
    lines: [
      [product.nameEn, product.nameDe].filter(Boolean).join(' · '),
      product.descriptionVi,
      product.hsCode ? `HS ${product.hsCode}` : '',
    ],
    fileId: product.photoFileId,
    furtherFileIds: product.furtherPhotoIds,
    isPhoto: true,
  }
}

interface ProductValues extends Omit<ProductInput, 'hsCode' | 'photoFileId'> {
  hsCode: string
  descriptionDe: string
  furtherPhotoIds: string[]
  photoFileId: string | null
}

const PHOTOS = 'image/jpeg,image/png,image/webp'
const MOST_PHOTOS = 9

const EMPTY: ProductValues = {
  nameVi: '',
  nameEn: '',
  nameDe: '',
  descriptionVi: '',
  descriptionEn: '',
  descriptionDe: '',
  hsCode: '',
  photoFileId: null,
  furtherPhotoIds: [],
}

interface FormProps {
  establishmentId: string
  product: ProductView | undefined
  onDone: () => void
}

function ProductForm({ establishmentId, product, onDone }: FormProps) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  const form = useForm<ProductValues>({
    initial: product ? { ...product, hsCode: product.hsCode ?? '' } : EMPTY,
    draftKey: product ? undefined : `product.${establishmentId}`,
    submit: async values => {
      const input = { ...values, hsCode: orNull(values.hsCode) }
      if (product) await editProduct(establishmentId, product.id, { ...input, version: product.version })
      else await addProduct(establishmentId, input)
      notify({ text: p('status.saved') })
      onDone()
    },
  })
  return (
    <Form form={form}>
      <TextField {...form.field('nameVi')} label={t('product.nameVi')} width="full" maxLength={200} />
      <TextField
        {...form.field('nameEn')}
        label={t('product.nameEn')}
        hint={t('product.nameEn.hint')}
        width="full"
        required={false}
        maxLength={200}
      />
      <TextArea
        {...form.field('descriptionVi')}
        label={t('product.descriptionVi')}
        required={false}
        maxLength={2000}
      />
      <TextArea
        {...form.field('descriptionEn')}
        label={t('product.descriptionEn')}
        required={false}
        maxLength={2000}
      />
      <TextField
        {...form.field('hsCode')}
        label={t('product.hsCode')}
        hint={t('product.hsCode.hint')}
        inputMode="decimal"
        width="sm"
        required={false}
      />
      <TextField
        {...form.field('nameDe')}
        label={t('product.nameDe')}
        width="full"
        required={false}
        maxLength={200}
      />
      <TextArea
        {...form.field('descriptionDe')}
        label={t('product.descriptionDe')}
        required={false}
        maxLength={2000}
      />
      <UploadField
        {...form.field('photoFileId')}
        label={t('product.photo')}
        required={false}
        accept={PHOTOS}
      />
      <FurtherPhotos value={form.values.furtherPhotoIds} onValue={ids => form.set('furtherPhotoIds', ids)} />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {p('action.save')}
        </Button>
        <Button onClick={onDone}>{p('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}

/** Further photos: each can be taken away, and one more added. */
function FurtherPhotos({ value, onValue }: { value: string[]; onValue: (ids: string[]) => void }) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  return (
    <div class="flex flex-col gap-2">
      {value.length > 0 && (
        <ul class="flex flex-wrap gap-3">
          {value.map((fileId, at) => (
            <li key={fileId} class="flex flex-col items-center gap-1">
              <img
                class="size-20 rounded-field border border-line object-cover"
                src={fileUrl(fileId)}
                alt={t('product.photo.nth', { number: at + 2 })}
                loading="lazy"
              />
              <Button
                kind="quiet"
                small
                aria-label={`${p('action.remove')}: ${t('product.photo.nth', { number: at + 2 })}`}
                onClick={() => onValue(value.filter(id => id !== fileId))}
              >
                {p('action.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {value.length < MOST_PHOTOS && (
        <UploadField
          key={value.length}
          id="further-photo"
          name="furtherPhoto"
          label={t('product.photo.further')}
          hint={t('product.photo.further.hint')}
          required={false}
          accept={PHOTOS}
          value={null}
          onValue={id => id && onValue([...value, id])}
        />
      )}
    </div>
  )
}
