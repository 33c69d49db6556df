/** What goes in and comes out of the routes of officers' sessions, with an example of each. */
import type {
  BeginRequest,
  FinishRequest,
  NewPasswordRequest,
  PasswordRequest,
  RemoveRequest,
  SessionState,
} from '#protocol/session.ts';

const nonce = 'c2FtcGxlLW5vbmNlLTAwMQ';
const passkey = 'c2FtcGxlLXBhc3NrZXk';
const at = 1762900000000;
const challenge = 'c2FtcGxlLWNoYWxsZW5nZS0zMi1ieXRlcy1sb25nLi4';

export const sessionExamples = {
  ask: { v: 1, nonce },
  begin: { v: 1, nonce, ceremony: 'signIn' } satisfies BeginRequest,
  begun: { v: 1, nonce, options: { challenge, rpId: 'thidua.example.vn', userVerification: 'required' } },
  finish: {
    v: 1,
    nonce,
    ceremony: 'signIn',
    response: {
      id: passkey,
      rawId: passkey,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
    },
  } satisfies FinishRequest,
  password: {
    v: 1,
    nonce,
    ceremony: 'signIn',
    password: 'bốn từ chẳng liên quan',
    code: '287082',
  } satisfies PasswordRequest,
  newPassword: { v: 1, nonce, password: 'bốn từ chẳng liên quan' } satisfies NewPasswordRequest,
  newPasswordTold: { v: 1, nonce, uri: 'otpauth://totp/Thi%20%C4%91ua%20s%E1%BB%91:Hoa?secret=JBSWY3DP' },
  remove: { v: 1, nonce, what: { passkey } } satisfies RemoveRequest,
  state: {
    v: 1,
    nonce,
    ways: { passkey: true, password: false },
    session: {
      name: 'Nguyễn Thị Hoa',
      role: 'officer',
      endsAt: at + 36_000_000,
      idleAt: at + 1_800_000,
      confirmedUntil: 0,
      passkeys: [{ id: passkey, label: 'Máy văn phòng', isBackedUp: false, createdAt: at, usedAt: at }],
    },
  } satisfies SessionState,
} as const;

const told = { schema: 'SessionState', example: sessionExamples.state } as const;

export const sessionMessages = {
  'POST /api/v1/session': {
    request: { schema: 'SessionAsk', example: sessionExamples.ask },
    response: told,
  },
  'POST /api/v1/session/begin': {
    request: { schema: 'BeginRequest', example: sessionExamples.begin },
    response: { schema: 'BeginResponse', example: sessionExamples.begun },
  },
  'POST /api/v1/session/finish': {
    request: { schema: 'FinishRequest', example: sessionExamples.finish },
    response: told,
  },
  'POST /api/v1/session/password': {
    request: { schema: 'PasswordRequest', example: sessionExamples.password },
    response: told,
  },
  'POST /api/v1/session/new-password': {
    request: { schema: 'NewPasswordRequest', example: sessionExamples.newPassword },
    response: { schema: 'NewPasswordResponse', example: sessionExamples.newPasswordTold },
  },
  'POST /api/v1/session/remove': {
    request: { schema: 'RemoveRequest', example: sessionExamples.remove },
    response: told,
  },
  'POST /api/v1/session/end': {
    request: { schema: 'SessionAsk', example: sessionExamples.ask },
    response: told,
  },
} as const;
