/** Tables of officers' accounts and sessions; conventions as in `schema.ts`. */
type Flag = 0 | 1;

/** A person who works in the office; the same role and the same name are the same account. */
export interface AccountTable {
  commune_id: string;
  account_id: string;
  role: string;
  name: string;
  /** Argon2id; null = no password holds. */
  password_hash: string | null;
  /** Of the one-time codes that go with the password; encrypted (`session/secrets.ts`). */
  totp_secret: string | null;
  /** Time step of the last code taken: none is taken twice. */
  totp_step: number;
  password_at: number | null;
  /** When a password was last taken away. */
  password_shut_at: number | null;
  created_at: number;
  /** Null while the person works here. */
  ended_at: number | null;
}

/** A key in a machine or a stick that unlocks by its owner's finger, face or number. */
export interface PasskeyTable {
  commune_id: string;
  credential_id: string;
  account_id: string;
  /** COSE, base64url. */
  public_key: string;
  sign_count: number;
  /** JSON list. */
  transports: string;
  is_backed_up: Flag;
  label: string;
  created_at: number;
  used_at: number;
  /** Null while it serves; the row stays, so that a restore does not bring it back. */
  ended_at: number | null;
}

export interface SessionTable {
  commune_id: string;
  /** SHA-256 of what the cookie holds. */
  session_hash: string;
  account_id: string;
  device_id: string;
  /** `code`, `passkey` or `password`. */
  method: string;
  /** The passkey that began it. */
  credential_id: string | null;
  started_at: number;
  /** Last request made while a person was there. */
  seen_at: number;
  /** When the person last showed who is there; 0 = never in this session. */
  confirmed_at: number;
  ended_at: number | null;
}

/** What a device was asked and has not answered; one for each purpose. */
export interface CeremonyTable {
  commune_id: string;
  device_id: string;
  /** `signIn`, `confirm`, `add` or `password`. */
  purpose: string;
  account_id: string;
  challenge_hash: string;
  /** Of a password being set: its one-time codes' secret, encrypted. */
  secret: string | null;
  expires_at: number;
}
