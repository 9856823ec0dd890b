// A small reader of /api/openapi.json: routes by capability, their schemas, and a way to try the ones that only read.
const main = document.getElementById('docs')

/** make('p', { class: 'note' }, 'text', child): an element with its attributes and children. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter(child => child !== undefined && child !== ''))
  return element
}

const nameOf = ref => ref.split('/').at(-1)

/** A schema as one would write the JSON, references by name. */
function shapeOf(schema, depth = 0) {
  if (!schema) return ''
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map(one => shapeOf(one, depth)).join(' | ')
  if (schema.allOf) return schema.allOf.map(one => shapeOf(one, depth)).join(' & ')
  if (schema.type === 'array') return `[ ${shapeOf(schema.items, depth)} ]`
  if (schema.properties) return objectShape(schema, depth)
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return schema.format ? `${type} (${schema.format})` : type
}

function objectShape(schema, depth) {
  const indent = '  '.repeat(depth + 1)
  const lines = Object.entries(schema.properties).map(([name, value]) => {
    const optional = schema.required?.includes(name) ? '' : '?'
    return `${indent}${name}${optional}: ${shapeOf(value, depth + 1)}`
  })
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

function block(title, schema) {
  return schema ? [make('h3', { class: 'note' }, title), make('pre', {}, shapeOf(schema))] : []
}

function contentOf(part) {
  const [type, content] = Object.entries(part?.content ?? {})[0] ?? []
  return type === undefined ? undefined : (content.schema ?? { type })
}

function tryIt(path, parameters) {
  const form = make('form')
  const inputs = parameters.map(parameter => {
    const input = make('input', { name: parameter.name, autocomplete: 'off' })
    form.append(make('label', {}, `${parameter.name} (${parameter.in})`, input))
    return { parameter, input }
  })
  const answer = make('pre', { hidden: '' })
  form.append(make('button', {}, 'GET'), answer)
  form.addEventListener('submit', async event => {
    event.preventDefault()
    let address = path
    const query = new URLSearchParams()
    for (const { parameter, input } of inputs) {
      if (parameter.in === 'path')
        address = address.replace(`{${parameter.name}}`, encodeURIComponent(input.value))
      else if (input.value) query.set(parameter.name, input.value)
    }
    const response = await fetch(query.size > 0 ? `${address}?${query}` : address)
    const type = response.headers.get('content-type') ?? ''
    const body = type.includes('json') ? JSON.stringify(await response.json(), null, 2) : type
    answer.textContent = `${response.status}\n${body}`
    answer.hidden = false
  })
  return form
}

function operation(path, method, described) {
  const details = make('details')
  const words = `${method} ${path} ${described.summary ?? ''} ${described['x-action'] ?? ''}`
  details.dataset.words = words.toLowerCase()
  const inside = make('div', { class: 'inside' })
  details.append(
    make(
      'summary',
      {},
      make('span', { class: 'method' }, method.toUpperCase()),
      make('code', {}, path),
      make('span', { class: 'note' }, described.summary ?? ''),
    ),
    inside,
  )
  details.addEventListener('toggle', () => inside.hasChildNodes() || fill(inside, path, method, described), {
    once: true,
  })
  return details
}

function fill(inside, path, method, described) {
  const parameters = described.parameters ?? []
  inside.append(make('p', {}, 'Permission: ', make('code', {}, described['x-action'] ?? '–')))
  for (const parameter of parameters) {
    const must = parameter.required ? '' : ', optional'
    const shape = shapeOf(parameter.schema)
    inside.append(make('p', {}, make('code', {}, parameter.name), ` in ${parameter.in}${must}: ${shape}`))
  }
  inside.append(...block('Request', contentOf(described.requestBody)))
  for (const [status, answer] of Object.entries(described.responses ?? {})) {
    if (status !== 'default') inside.append(...block(`Answer ${status}`, contentOf(answer)))
  }
  if (method === 'get') inside.append(tryIt(path, parameters))
}

function byTag(paths) {
  const groups = new Map()
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(operations)) {
      const tag = described.tags?.[0] ?? 'other'
      groups.set(tag, [...(groups.get(tag) ?? []), operation(path, method, described)])
    }
  }
  return groups
}

function schemaList(schemas) {
  return Object.entries(schemas).map(([name, schema]) =>
    make(
      'details',
      { 'data-words': name.toLowerCase() },
      make('summary', {}, make('code', {}, name)),
      make('div', { class: 'inside' }, make('pre', {}, shapeOf(schema))),
    ),
  )
}

function show(document_) {
  const groups = byTag(document_.paths)
  groups.set('schemas', schemaList(document_.components?.schemas ?? {}))
  const search = make('input', {
    type: 'search',
    'aria-label': 'Search routes',
    placeholder: 'Search routes',
  })
  const links = [...groups.keys()].map(tag => make('a', { href: `#${tag}` }, tag))
  main.replaceChildren(
    make('h1', {}, `${document_.info.title} API ${document_.info.version}`),
    make('p', {}, document_.info.description ?? ''),
    make('nav', { 'aria-label': 'Capabilities' }, ...links),
    search,
  )
  for (const [tag, entries] of groups) {
    main.append(make('section', { id: tag }, make('h2', {}, tag), ...entries))
  }
  search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(/\s+/)
    for (const entry of main.querySelectorAll('details'))
      entry.hidden = !words.every(word => entry.dataset.words?.includes(word))
  })
}

const response = await fetch('/api/openapi.json')
if (response.ok) show(await response.json())
else main.textContent = `The API description could not be loaded (${response.status}).`
