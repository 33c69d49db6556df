/** What comes out of the public board and open data. */
import { schemaRef } from './openapi-schemas.ts';

const reply = (description: string, type: string, schema: object): Record<string, object> => ({
  '200': { description, content: { [type]: { schema } } },
});
const text = { type: 'string' };

export const boardMessages = {
  'GET /api/v1/public/open-data': {
    response: null,
    replies: reply('A dcat:Catalog with a dcat:Dataset for each release', 'application/ld+json', {
      type: 'object',
    }),
  },
  'GET /api/v1/public/open-data/:number': {
    response: null,
    replies: reply(
      'Tables, the dictionary of their columns, and where they are from; null in a cell = hidden',
      'application/json',
      schemaRef('OpenDocument'),
    ),
  },
  'GET /api/v1/public/open-data/:number/:table': {
    response: null,
    replies: reply('RFC 4180 with a byte-order mark; an empty cell = hidden', 'text/csv', text),
  },
  'GET /cong-khai': { response: null, replies: reply('The page', 'text/html', text) },
  'GET /cong-khai/anh.png': {
    response: null,
    replies: reply('1200 × 630', 'image/png', { type: 'string', format: 'binary' }),
  },
  'GET /cong-khai/dien-hinh/:exemplar': {
    response: null,
    replies: reply('320 pixels at its longer edge', 'image/webp', { type: 'string', format: 'binary' }),
  },
} as const;
