/** What goes in and comes out of the routes of photos, which speak in headers and bytes. */
import { PHOTO_BYTES_MAX, TUS_VERSION } from '#protocol/photo.ts';
import { schemaRef } from './openapi-schemas.ts';
import { FULL_TYPE, THUMB_TYPE } from './photos/stored-kinds.ts';

const text = { type: 'string' };
const state = { 'application/json': { schema: schemaRef('FileState') } };
const tus = { 'Tus-Resumable': `"${TUS_VERSION}"` };
const uploadOffset = { 'Upload-Offset': { description: 'Bytes that have arrived', schema: text } };
const picture = (type: string): Record<string, object> => ({
  '200': {
    description: 'The picture',
    content: { [type]: { schema: { type: 'string', format: 'binary' } } },
  },
});

export const photoMessages = {
  'POST /api/v1/files/:photoId': {
    response: null,
    headers: {
      'Upload-Length': `Length of the picture in bytes, at most ${PHOTO_BYTES_MAX}; the body is empty`,
    },
    replies: {
      '200': { description: 'It came before: stored, or refused for good', content: state },
      '201': {
        description: 'Send it to Location, from Upload-Offset on',
        headers: { ...uploadOffset, Location: { description: 'Address of the upload', schema: text } },
        content: state,
      },
    },
  },
  'GET /api/v1/files/:photoId': { response: null, replies: picture(FULL_TYPE) },
  'GET /api/v1/files/:photoId/thumb': { response: null, replies: picture(THUMB_TYPE) },
  'HEAD /api/v1/uploads/:uploadId': {
    response: null,
    headers: tus,
    replies: { '200': { description: 'How far it is', headers: uploadOffset } },
  },
  'PATCH /api/v1/uploads/:uploadId': {
    response: null,
    headers: {
      ...tus,
      'Content-Type': '"application/offset+octet-stream"',
      'Upload-Offset': 'Where these bytes belong: as many as have arrived',
    },
    replies: {
      '204': { description: 'Taken; the whole of it is kept once all have come', headers: uploadOffset },
    },
  },
} as const;
