import type { establishmentsRoutes } from '@hoicho/server/establishments/routes.ts'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call, client } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea, TextField } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import type { PartProps } from './application-parts.tsx'
import { RemarkBox } from './remark-box.tsx'
import { isOpenToChange } from './words.ts'

const api = client<typeof establishmentsRoutes>('/api').establishments[':establishmentId']
const keyOf = (establishmentId: string) => ['application-products', establishmentId]

/** The products of the profile. */
export const useProducts = (establishmentId: string) =>
  useQuery({
    queryKey: keyOf(establishmentId),
    queryFn: async () => (await call(api.$get({ param: { establishmentId } }))).products,
  })

/** Which products of the profile come along; a new one is added to the profile at once. */
export function ProductsPart({ view, editor }: PartProps) {
  const t = useMessages('recruitment')
  const products = useProducts(view.establishment.id)
  const { productIds } = editor.content.value
  const isOpen = isOpenToChange(view, '/products')
  return (
    <>
      <RemarkBox view={view} pointer="/products" />
      <Section lead={t('products.lead', { minimum: view.form.minProducts })} title={t('part.products')}>
        <Await query={products}>
          {items =>
            items.length === 0 ? (
              <p class="text-muted">{t('products.none')}</p>
            ) : (
              <CheckboxGroup
                id="products"
                name="products"
                label={t('products.legend')}
                options={items.map(item => ({
                  value: item.id,
                  label: item.nameVi,
                  hint: item.descriptionVi || undefined,
                  disabled: !isOpen,
                }))}
                value={productIds}
                onValue={chosen => editor.choose(chosen)}
              />
            )
          }
        </Await>
      </Section>
      {isOpen && (
        <AddProduct
          establishmentId={view.establishment.id}
          onAdded={productId => editor.choose([...editor.content.peek().productIds, productId])}
        />
      )}
    </>
  )
}

function AddProduct(props: { establishmentId: string; onAdded: (productId: string) => void }) {
  const t = useMessages('recruitment')
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <AddProductForm {...props} close={() => setOpen(false)} />
  return (
    <div>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t('products.add')}
      </Button>
    </div>
  )
}

interface AddProductProps {
  establishmentId: string
  onAdded: (productId: string) => void
  close: () => void
}

function AddProductForm({ establishmentId, onAdded, close }: AddProductProps) {
  const t = useMessages('recruitment')
  const p = useMessages('platform')
  const form = useForm({
    initial: { nameVi: '', descriptionVi: '' },
    submit: async values => {
      const json = { ...values, nameEn: '', nameDe: '', descriptionEn: '' }
      const made = await call(api.products.$post({ param: { establishmentId }, json }))
      await queryClient.invalidateQueries({ queryKey: keyOf(establishmentId) })
      onAdded(made.id)
      close()
    },
  })
  return (
    <Section title={t('products.add')}>
      <Form form={form}>
        <TextField {...form.field('nameVi')} label={t('products.name')} maxLength={200} />
        <TextArea
          {...form.field('descriptionVi')}
          label={t('products.description')}
          required={false}
          rows={3}
          maxLength={2000}
        />
        <div class="flex flex-wrap gap-2">
          <Button kind="primary" type="submit" busy={form.pending}>
            {p('action.add')}
          </Button>
          <Button onClick={close}>{p('action.cancel')}</Button>
        </div>
      </Form>
    </Section>
  )
}
