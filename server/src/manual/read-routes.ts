// What the manual reads of the OpenAPI document that the routes make.

export type Schema = {
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  default?: unknown
  examples?: unknown[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  items?: Schema
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
}

export type Field = { name: string; isRequired: boolean; schema: Schema }

export type Route = {
  method: string
  path: string
  tag: string
  summary: string
  description: string
  pathFields: Field[]
  queryFields: Field[]
  bodyFields: Field[]
  /** Of a 200; undefined where the route answers something else than JSON. */
  answer: Schema | undefined
}

export type ApiDocument = {
  tags?: { name: string; description?: string }[]
  paths?: Record<string, Record<string, Operation>>
}

type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}
type Content = Record<string, { schema?: Schema }>
type Operation = {
  tags?: string[]
  summary?: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { content?: Content }
  responses?: Record<string, { content?: Content }>
}

/** The routes for clients, in the order of the document. What has no tag is not for them: phones speak it. */
export function readRoutes(document: ApiDocument): Route[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const [tag] = operation.tags ?? []
      return tag === undefined ? [] : [readRoute(method.toUpperCase(), path, tag, operation)]
    }),
  )
}

function readRoute(method: string, path: string, tag: string, operation: Operation): Route {
  const parameters = operation.parameters ?? []
  const named = (place: string) => parameters.filter((one) => one.in === place).map(toField)
  const body = anyContent(operation.requestBody?.content)
  return {
    method,
    path,
    tag,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    pathFields: fieldsOfPath(path, named('path')),
    queryFields: named('query'),
    bodyFields: fieldsOf(body),
    answer: operation.responses?.['200']?.content?.['application/json']?.schema,
  }
}

/** The properties of an object, those that are required first to last as they stand. */
export function fieldsOf(schema: Schema | undefined): Field[] {
  const required = schema?.required ?? []
  return Object.entries(schema?.properties ?? {}).map(([name, of]) => ({
    name,
    isRequired: required.includes(name),
    schema: of,
  }))
}

function toField({ name, required = false, description, schema = {} }: Parameter): Field {
  const described = description === undefined ? schema : { ...schema, description }
  return { name, isRequired: required, schema: described }
}

/** Every `{name}` of the path, also one that the route has no schema for. */
function fieldsOfPath(path: string, known: Field[]): Field[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const field = known.find((one) => one.name === name)
    return field ?? { name, isRequired: true, schema: { type: 'integer', minimum: 1 } }
  })
}

/** A body means the same in every encoding, so one description of it is enough. */
function anyContent(content: Content | undefined): Schema | undefined {
  return Object.values(content ?? {})[0]?.schema
}
