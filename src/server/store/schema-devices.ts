/** Tables of devices, of the codes that bind them, and of wrong codes (see `schema.ts`). */

type Flag = 0 | 1;

export interface DeviceTable {
  commune_id: string;
  device_id: string;
  installation_id: string;
  role: string;
  binding_kind: string;
  binding_id: string;
  title: string;
  person_name: string | null;
  jwk: string;
  label: string;
  code_hash: string;
  last_seq: number;
  chain: string;
  counter: number;
  challenge_presented: string;
  challenge_issued: string;
  enrolled_at: number;
  seen_at: number;
  revoked_at: number | null;
  report: string | null;
  /** Its key vouched for another (`succeeded`), took another's place (`successor`), or showed two histories (`forked`). */
  flag: string | null;
  /** The key it took the place of. */
  succeeds: string | null;
  /** When its row was last shown to the office; null = never. */
  shown_at: number | null;
  /** When it was bound by a link that was sent; null = it came on the spot, or by the operator's word. */
  pending_since: number | null;
  /** The officer's yes to it. Pending and cut off without one: it was declined. */
  approved_at: number | null;
  /** From then on it is answered as one that is cut off; null = it serves until somebody says otherwise. */
  expires_at: number | null;
  /** A family's phone that stands in for people (`identity/shared-phones.ts`): what its installation is called; else null. */
  shared_phone: string | null;
  /** Whose it is, of the office's devices; null = enrolled before there were accounts. */
  account_id: string | null;
}

/** Which operation a device put at a place of its sequence. After re-enrolment many places may name one operation. */
export interface DeviceSeqTable {
  commune_id: string;
  device_id: string;
  seq: number;
  op_hash: string;
  /** Entry of the log that holds its verdict; of the server's own making where the operation's id could not serve. */
  op_id: string;
}

export interface EnrolCodeTable {
  commune_id: string;
  secret_hash: string;
  typed_hash: string;
  role: string;
  binding_kind: string;
  binding_id: string;
  title: string;
  person_name: string | null;
  /** Null = until the campaign ends. */
  expires_at: number | null;
  /** A household's slip serves several phones. */
  reusable: Flag;
  /** The device that used it up; of a slip, the hash of the slip that took its place before anybody redeemed it. */
  spent_by: string | null;
  created_at: number;
  /** The phone it binds waits for the officer's word. */
  needs_approval: Flag;
  /** How long the device it binds serves, ms; null = without end. */
  device_lives_ms: number | null;
  /** Device on whose screen it was made; null = the operator, the first start, or a slip. */
  issued_by: string | null;
  /** Of the office's codes: whom it is for. */
  account_id: string | null;
}

/** Wrong typed codes by source (a hash), in the window that began at `since`. */
export interface AttemptTable {
  commune_id: string;
  source: string;
  since: number;
  failures: number;
}
