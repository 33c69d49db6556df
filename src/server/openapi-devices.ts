/** What goes in and comes out of the routes of codes and devices, with an example of each. */
import type { CodeRequest, CodeResponse, DeviceActRequest, DeviceActResponse } from '#protocol/devices.ts';

const nonce = 'c2FtcGxlLW5vbmNlLTAwMQ';

export const deviceExamples = {
  codeRequest: {
    v: 1,
    nonce,
    role: 'hamletHead',
    subject: '0199c0de-0000-7000-8000-000000000003',
    personName: 'Nguyễn Văn An',
    way: 'screen',
  } satisfies CodeRequest,
  codeResponse: {
    v: 1,
    nonce,
    path: '/ghep',
    fragment: 'e1.c2FtcGxlLXNlY3JldC0wMA',
    typed: 'K3QF72MA7B',
    title: 'Xóm Chùa 9',
    expiresAt: 1762900600000,
  } satisfies CodeResponse,
  deviceActRequest: {
    v: 1,
    nonce,
    device: 'oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
    act: 'approve',
  } satisfies DeviceActRequest,
  deviceActResponse: { v: 1, nonce, state: 'approved' } satisfies DeviceActResponse,
} as const;

export const deviceMessages = {
  'POST /api/v1/codes': {
    request: { schema: 'CodeRequest', example: deviceExamples.codeRequest },
    response: { schema: 'CodeResponse', example: deviceExamples.codeResponse },
  },
  'POST /api/v1/devices/act': {
    request: { schema: 'DeviceActRequest', example: deviceExamples.deviceActRequest },
    response: { schema: 'DeviceActResponse', example: deviceExamples.deviceActResponse },
  },
} as const;
