import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

/** The types of the client, from the document that the routes make. */
export async function makeApiTypes(document: object): Promise<string> {
  // The document is made by our own routes, as OpenAPI 3.1.
  const nodes = await openapiTS(document as OpenAPI3, { alphabetize: false, silent: true })
  return `// Made by \`npm run generate\` from the API's document. Not edited by hand.\n\n${astToString(nodes)}`
}
