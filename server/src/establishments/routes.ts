import {
  CertificateInput,
  CertificateView,
  DirectoryPage,
  DirectoryQuery,
  EstablishmentEdit,
  EstablishmentInput,
  EstablishmentView,
  OwnEstablishment,
  ProductEdit,
  ProductInput,
  ProductView,
  RecognitionInput,
  RecognitionView,
} from '@hoicho/shared/establishments/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inEstablishment,
  inOrganizer,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { addCertificate } from './add-certificate.ts'
import { addEstablishment } from './add-establishment.ts'
import { addProduct } from './add-product.ts'
import { addRecognition } from './add-recognition.ts'
import { createEstablishment } from './create-establishment.ts'
import { editEstablishment } from './edit-establishment.ts'
import { editProduct } from './edit-product.ts'
import { listDirectory, listOwnEstablishments, viewEstablishment } from './reads.ts'
import { removeCertificate } from './remove-certificate.ts'
import { removeProduct } from './remove-product.ts'
import { removeRecognition } from './remove-recognition.ts'

const inProduct = inEstablishment.extend({ productId: IdParam })
const inRecognition = inEstablishment.extend({ recognitionId: IdParam })
const inCertificate = inEstablishment.extend({ certificateId: IdParam })

const directory = createRoute({
  ...act('establishments.list'),
  method: 'get',
  path: '/organizers/{organizerId}/establishments',
  summary: 'The directory of establishments, page by page',
  request: { params: inOrganizer, query: DirectoryQuery },
  responses: ok(DirectoryPage),
})

const add = createRoute({
  ...act('establishments.add'),
  method: 'post',
  path: '/organizers/{organizerId}/establishments',
  summary: 'Put an establishment into the directory',
  request: { params: inOrganizer, body: body(EstablishmentInput) },
  responses: created(EstablishmentView),
})

const listOwn = createRoute({
  ...act('establishments.list-own'),
  method: 'get',
  path: '/establishments',
  summary: 'Establishments the person acts for',
  responses: ok(z.object({ items: z.array(OwnEstablishment) })),
})

const create = createRoute({
  ...act('establishments.create'),
  method: 'post',
  path: '/establishments',
  summary: 'Register an establishment and become its owner',
  request: { body: body(EstablishmentInput) },
  responses: created(EstablishmentView),
})

const view = createRoute({
  ...act('establishments.view'),
  method: 'get',
  path: '/establishments/{establishmentId}',
  summary: 'The profile of an establishment',
  request: { params: inEstablishment },
  responses: ok(EstablishmentView),
})

const edit = createRoute({
  ...act('establishments.edit'),
  method: 'put',
  path: '/establishments/{establishmentId}',
  summary: 'Change the data of an establishment',
  request: { params: inEstablishment, body: body(EstablishmentEdit) },
  responses: ok(EstablishmentView),
})

const addProductRoute = createRoute({
  ...act('establishments.edit'),
  method: 'post',
  path: '/establishments/{establishmentId}/products',
  summary: 'Add a product',
  request: { params: inEstablishment, body: body(ProductInput) },
  responses: created(ProductView),
})

const editProductRoute = createRoute({
  ...act('establishments.edit'),
  method: 'put',
  path: '/establishments/{establishmentId}/products/{productId}',
  summary: 'Replace the data of a product',
  request: { params: inProduct, body: body(ProductEdit) },
  responses: ok(ProductView),
})

const removeProductRoute = createRoute({
  ...act('establishments.edit'),
  method: 'delete',
  path: '/establishments/{establishmentId}/products/{productId}',
  summary: 'Take a product off the profile',
  request: { params: inProduct },
  responses: noContent,
})

const addRecognitionRoute = createRoute({
  ...act('establishments.edit'),
  method: 'post',
  path: '/establishments/{establishmentId}/recognitions',
  summary: 'Add a title of a product',
  request: { params: inEstablishment, body: body(RecognitionInput) },
  responses: created(RecognitionView),
})

const removeRecognitionRoute = createRoute({
  ...act('establishments.edit'),
  method: 'delete',
  path: '/establishments/{establishmentId}/recognitions/{recognitionId}',
  summary: 'Take a title off the profile',
  request: { params: inRecognition },
  responses: noContent,
})

const addCertificateRoute = createRoute({
  ...act('establishments.edit'),
  method: 'post',
  path: '/establishments/{establishmentId}/certificates',
  summary: 'Add a certificate',
  request: { params: inEstablishment, body: body(CertificateInput) },
  responses: created(CertificateView),
})

const removeCertificateRoute = createRoute({
  ...act('establishments.edit'),
  method: 'delete',
  path: '/establishments/{establishmentId}/certificates/{certificateId}',
  summary: 'Take a certificate off the profile',
  request: { params: inCertificate },
  responses: noContent,
})

export const establishmentsRoutes = router()
  .openapi(directory, async c => {
    const { organizerId } = c.req.valid('param')
    return c.json(await listDirectory(ctxOf(c), organizerId, c.req.valid('query')), 200)
  })
  .openapi(add, async c => {
    const { organizerId } = c.req.valid('param')
    return c.json(await addEstablishment(ctxOf(c), organizerId, c.req.valid('json')), 201)
  })
  .openapi(listOwn, async c => c.json({ items: await listOwnEstablishments(ctxOf(c)) }, 200))
  .openapi(create, async c => c.json(await createEstablishment(ctxOf(c), c.req.valid('json')), 201))
  .openapi(view, async c => {
    return c.json(await viewEstablishment(ctxOf(c), c.req.valid('param').establishmentId), 200)
  })
  .openapi(edit, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await editEstablishment(ctxOf(c), establishmentId, c.req.valid('json')), 200)
  })
  .openapi(addProductRoute, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await addProduct(ctxOf(c), establishmentId, c.req.valid('json')), 201)
  })
  .openapi(editProductRoute, async c => {
    const { establishmentId, productId } = c.req.valid('param')
    return c.json(await editProduct(ctxOf(c), establishmentId, productId, c.req.valid('json')), 200)
  })
  .openapi(removeProductRoute, async c => {
    const { establishmentId, productId } = c.req.valid('param')
    await removeProduct(ctxOf(c), establishmentId, productId)
    return c.body(null, 204)
  })
  .openapi(addRecognitionRoute, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await addRecognition(ctxOf(c), establishmentId, c.req.valid('json')), 201)
  })
  .openapi(removeRecognitionRoute, async c => {
    const { establishmentId, recognitionId } = c.req.valid('param')
    await removeRecognition(ctxOf(c), establishmentId, recognitionId)
    return c.body(null, 204)
  })
  .openapi(addCertificateRoute, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await addCertificate(ctxOf(c), establishmentId, c.req.valid('json')), 201)
  })
  .openapi(removeCertificateRoute, async c => {
    const { establishmentId, certificateId } = c.req.valid('param')
    await removeCertificate(ctxOf(c), establishmentId, certificateId)
    return c.body(null, 204)
  })

export type EstablishmentsRoutes = typeof establishmentsRoutes
