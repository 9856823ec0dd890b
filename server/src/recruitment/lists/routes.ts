import {
  SavedList,
  SavedListChange,
  SavedListInput,
  SavedListMember,
} from '@hoicho/shared/recruitment/campaign-schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inOrganizer,
  noContent,
  ok,
  router,
  z,
} from '../../platform/http.ts'
import { changeList } from './change-list.ts'
import { listMembers, listSavedLists } from './reads.ts'
import { removeList } from './remove-list.ts'
import { saveList } from './save-list.ts'

const inList = inOrganizer.extend({ listId: IdParam })

const list = createRoute({
  ...act('recruitment.keep-lists'),
  method: 'get',
  path: '/organizers/{organizerId}/saved-lists',
  summary: 'Named lists of establishments',
  request: { params: inOrganizer },
  responses: ok(z.object({ items: z.array(SavedList) })),
})

const save = createRoute({
  ...act('recruitment.keep-lists'),
  method: 'post',
  path: '/organizers/{organizerId}/saved-lists',
  summary: 'Make a list, empty or from a description',
  request: { params: inOrganizer, body: body(SavedListInput) },
  responses: created(SavedList),
})

const members = createRoute({
  ...act('recruitment.keep-lists'),
  method: 'get',
  path: '/organizers/{organizerId}/saved-lists/{listId}/members',
  summary: 'Who is on a list',
  request: { params: inList },
  responses: ok(z.object({ items: z.array(SavedListMember) })),
})

const alter = createRoute({
  ...act('recruitment.keep-lists'),
  method: 'post',
  path: '/organizers/{organizerId}/saved-lists/{listId}/members',
  summary: 'Add to a list and take off it',
  request: { params: inList, body: body(SavedListChange) },
  responses: ok(SavedList),
})

const remove = createRoute({
  ...act('recruitment.keep-lists'),
  method: 'delete',
  path: '/organizers/{organizerId}/saved-lists/{listId}',
  summary: 'Put a list away',
  request: { params: inList },
  responses: noContent,
})

export const savedListRoutes = router()
  .openapi(list, async c => {
    return c.json({ items: await listSavedLists(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
  .openapi(save, async c => {
    return c.json(await saveList(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json')), 201)
  })
  .openapi(members, async c => {
    const { organizerId, listId } = c.req.valid('param')
    return c.json({ items: await listMembers(ctxOf(c), organizerId, listId) }, 200)
  })
  .openapi(alter, async c => {
    const { organizerId, listId } = c.req.valid('param')
    return c.json(await changeList(ctxOf(c), organizerId, listId, c.req.valid('json')), 200)
  })
  .openapi(remove, async c => {
    const { organizerId, listId } = c.req.valid('param')
    await removeList(ctxOf(c), organizerId, listId)
    return c.body(null, 204)
  })
