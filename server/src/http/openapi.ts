import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { signInCookie } from './cookies.ts'
import { version } from './version.ts'

/** What the OpenAPI document says beside the routes. */
export const openApiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Simcast',
      version,
      description:
        'SMS marketing through your own Android phones. The manual at /api/docs says what the schemas cannot.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'Authorization: Bearer {api_key}' },
        signIn: {
          type: 'apiKey',
          in: 'cookie',
          name: signInCookie,
          description: 'A browser that is signed in; its writes come from our own pages',
        },
      },
    },
    tags: [
      { name: 'contacts', description: 'The people we write to' },
      { name: 'segments', description: 'Chosen contacts, or a saved question about them' },
      { name: 'campaigns', description: 'One text to many contacts, once' },
      { name: 'sms', description: 'Single texts, and every text sent and received' },
      { name: 'conversations', description: 'What was written to and fro with each contact' },
      { name: 'opt-outs', description: 'Who must not be written to' },
      { name: 'flows', description: 'A text to each contact that comes to match a segment' },
      { name: 'templates', description: 'Texts that are kept to be used again' },
      { name: 'recurring-campaigns', description: 'Campaigns that send themselves by a calendar' },
      { name: 'rss-automations', description: 'A campaign for each new item of a feed' },
      { name: 'devices', description: 'Android phones and their SIMs' },
      { name: 'imports', description: 'Contacts from a file' },
      { name: 'jobs', description: 'Changes to many contacts, and files to download' },
      { name: 'people', description: 'Who signs in, and API keys' },
      { name: 'account', description: 'The account of the key' },
    ],
  },
}
