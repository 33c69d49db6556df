/** Routes anybody may call: what the commune tells, receipts, words to the office, the board and open data. */
import type { RouteRule } from './policy-routes.ts';

export const publicRoutes = [
  {
    method: 'GET',
    path: '/api/v1/hello',
    access: { kind: 'anyone' },
    summary: 'Protocol version, limits, epoch and time',
  },
  {
    method: 'GET',
    path: '/api/v1/public/campaign',
    access: { kind: 'anyone' },
    summary: 'Commune, campaign, deadlines and household criteria in force',
  },
  {
    method: 'GET',
    path: '/api/v1/public/receipts/:code',
    access: { kind: 'anyone' },
    summary: 'State behind a receipt code, never content',
  },
  {
    method: 'POST',
    path: '/api/v1/public/feedback',
    access: { kind: 'anyone' },
    summary: 'A word to the standing office, without an account; within limits',
  },
  {
    method: 'GET',
    path: '/api/v1/public/feedback/:code',
    access: { kind: 'anyone' },
    summary: 'How a word to the office stands, and its answer; never the word itself',
  },
  {
    method: 'GET',
    path: '/api/v1/public/open-data',
    access: { kind: 'anyone' },
    summary: 'Catalogue of open data (DCAT 3, JSON-LD)',
  },
  {
    method: 'GET',
    path: '/api/v1/public/open-data/:number',
    access: { kind: 'anyone' },
    summary: 'One release of open data: its tables with their dictionary, never changed',
  },
  {
    method: 'GET',
    path: '/api/v1/public/open-data/:number/:table',
    access: { kind: 'anyone' },
    summary: 'One table of a release as CSV',
  },
  {
    method: 'GET',
    path: '/cong-khai',
    access: { kind: 'anyone' },
    summary: 'The public board, as a page of plain HTML',
  },
  {
    method: 'GET',
    path: '/cong-khai/anh.png',
    access: { kind: 'anyone' },
    summary: 'The picture shown where the board’s address is shared',
  },
  {
    method: 'GET',
    path: '/cong-khai/dien-hinh/:exemplar',
    access: { kind: 'anyone' },
    summary: 'The small picture of a published example, where there is a yes to showing it',
  },
] as const satisfies readonly RouteRule[];
