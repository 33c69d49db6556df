/** What the schemas cannot say: how a stranger's client proves itself, seals and exchanges. Markdown, in English. */
import { INFLATED_BYTES_MAX, INFLATION_RATIO_MAX, EXCHANGE_BYTES_MAX } from '#protocol/exchange.ts';
import { OPERATION_BYTES_MAX } from '#protocol/operation.ts';
import { PHOTO_BYTES_MAX } from '#protocol/photo.ts';
import { CONFIRMED_MS, PRESENT_HEADER, SESSION_IDLE_MS, SESSION_WHOLE_MS } from '#protocol/session.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { SLIPS_A_DAY } from './identity/slips.ts';

const kb = (bytes: number): string => `${bytes / 1024} KB`;

export const guide = `
Hamlets, households and units of a commune assess themselves offline; one exchange carries their operations up and the
rows they may see down.

## From nothing to the first exchange
1. Make an ECDSA P-256 key. The device id is the RFC 7638 thumbprint (SHA-256, base64url without padding) of its public
   JWK with exactly the members \`crv, kty, x, y\`.
2. \`POST /api/v1/enrol\` with a code (22 characters of a link's fragment, or 10 typed ones) and a proof by that key
   (\`challenge\` "", \`lastSeq\` 0, \`chain\` of 32 zero bytes). The reply tells role, binding, scopes, epoch, the first
   challenge and the commune's key. Same code and same key: same answer, always.
3. \`POST /api/v1/sync\` with a proof, as often as there is something to send or to learn.

## Proof (header \`${PROOF_HEADER}\`)
A compact JWS, \`alg\` ES256, \`typ\` \`thidua-proof+jws\`, \`kid\` the device id; the payload is \`ProofClaims\`:
\`method\` and \`path\` as sent (without a query, but for the log), \`body\` = SHA-256 (base64url) of the body **before** gzip, \`counter\` strictly
larger than in every earlier request of this device, \`challenge\` = the last one received, \`lastSeq\` and \`chain\` as of
the last operation in this request. There is no clock in it. On \`stale-challenge\` take the \`challenge\` of the problem and
ask again once, with a new counter.

## Operations
The body of an operation is one JSON object (\`Operation\`) written canonically: keys sorted by UTF-16 unit, no spaces,
integers within 2^53-1, no floats, no null, strings in Unicode NFC without lone surrogates. It travels as that text, a
string in \`ops\`. \`opHash\` = SHA-256 of the text's UTF-8 bytes; \`chain(0)\` is 32 zero bytes and
\`chain(n) = SHA-256(chain(n-1) || opHash(n))\`. Each device numbers its operations 1, 2, 3 ... without gaps; \`firstSeq\` is
the number of \`ops[0]\`. A text that is not canonical makes the whole envelope a \`not-canonical\` problem and nothing is
stored. A canonical text the server does not understand is kept apart (verdict \`quarantined\`) and the next go through.

## Reading a reply
It counts only with the nonce you sent, this content type and a valid schema. An HTTP status is never an acknowledgement:
\`lastSeq\` is, with \`receipt\`, a JWS (ES256, \`ReceiptClaims\`) by \`communeJwk\`. Every verdict but \`retry\` is final. A
\`lastSeq\` lower than yours is a gap: send again from there. A different \`epoch\` is another life of the database: cursors
back to zero, operations kept. Write \`rows\` and \`cursors\` in one transaction; a \`value\` of null is a tombstone; ask
again while \`more\` is true.

## Keeping and deleting
\`safeSeq\` is the last place of your sequence that every kept backup holds (\`safeAt\`: the oldest one's instant). Keep
everything above it; it can become less. With \`drainUntil\` the commune has been restored and takes back what it lacks: a
lower \`lastSeq\` means send again, and officers' moves and points are \`refused\` with \`DRAINING\` until then. Once a day
name your scopes in \`pull.digests\`: the reply that ends a pull (\`more\` false) has sixteen hashes for each. A row counts in
bucket *b*, where *b* starts at 0, becomes (31 *b* + code point) mod 65521 for each character of \`entity\`, a line feed and
\`id\`, and is taken mod 16 at the end. A bucket's hash is SHA-256 over its lines \`entity TAB id TAB rev\`, sorted by UTF-16
unit and joined by line feeds. Hashes that differ: read that scope anew from 0.

## Two histories under one key
A place that holds other words than yours (\`quarantined\`, \`OP_ID_REUSED\`, and a \`chain\` that is not yours) means that your
store was copied or stepped back. Make a new key, let the old one sign \`{commune, device, successor}\` (JWS, \`typ\`
\`thidua-succession+jws\`), \`POST /api/v1/rekey\` with a proof by the new one, and send every operation above \`safeSeq\` again
from place 1, the same texts: those the commune has keep their verdict and take effect once.

## Review
\`assessment.move\` names the \`statusRev\` and the current \`submission\` you saw; who may lead from which state to which is in
\`x-transitions\`. \`score.set\` names the submission's \`digest\` as \`basis\` and, in \`bases\`, the versions it replaces; two
different numbers that stand make \`verified\` answer \`UNRESOLVED\`. Records with a \`batchId\` wait until an officer writes the
record \`batch\` of that id as \`committed\`, with their number, and are undone when it is written as \`reverted\`.

## Photos
The words first: a \`photo.add\` operation whose \`photoId\` and \`sha256\` are the SHA-256 (base64url) of the picture as you
will send it. Then \`POST /api/v1/files/{photoId}\` with \`Upload-Length\` and a proof whose \`body\` is the hash of no bytes;
the reply is 200 with its state when it came before, or 201 with \`Location\` and \`Upload-Offset\`. Send the bytes there by
tus 1.0 (HEAD, PATCH; no proof: the address is the secret), in as many pieces as you like. JPEG, PNG or WebP, at most
${kb(PHOTO_BYTES_MAX)}; what is kept is encoded anew, without metadata. On \`hash-mismatch\` begin anew. Reading is a GET with a
proof, for whoever sees a \`Row.photo\` that names it.

## Slips
\`POST /api/v1/slips\` names households and answers with a slip for each that is yours to hand out: \`code\` to type,
\`fragment\` for the link \`/p#fragment\`. Only hashes are kept, so this is the one time they are shown. A household's
earlier slip stops working when nobody had redeemed it; phones that had go on. One household gets ${SLIPS_A_DAY} a day.

## Codes and devices
\`POST /api/v1/codes\` makes a code for a hamlet's or unit's people: \`way\` \`screen\` is scanned on the spot and lives ten
minutes, \`sent\` is a link that lives three days and binds a device that *waits* (\`EnrolResponse.pending\`). One that waits
is answered \`device-pending\` and nothing of it is stored: keep everything and ask again later. Both screens show the four
digits \`check(id)\`: of SHA-256 of \`thidua-check \` and the device id, base64url, take the first eight characters; begin at
0 and for each take (64 n + its ASCII code) mod 10000. \`POST /api/v1/devices/act\` says yes, no, or no longer; it holds for
the device's next request. Who may: \`x-policy\`.

## Officers' sessions
Devices of the office (roles \`officer\`, \`cultureOfficer\`, \`chair\`) carry a session besides: a cookie, set in the reply
of \`enrol\` and of the ceremonies that begin one (\`session/begin\` and \`session/finish\` with a passkey, or
\`session/password\`). Send it back on every signed request, with \`Sec-Fetch-Site: same-origin\` or an \`Origin\` that names
this host; \`${PRESENT_HEADER}: 1\` while a person is at the machine. Without a living session the answer is \`sign-in\`. It
ends ${SESSION_IDLE_MS / 60_000} minutes after the last such request, ${SESSION_WHOLE_MS / 3_600_000} hours after it began, and with the device or the key that began
it. What \`graveActs\` of \`x-policy\` names is answered with \`step-up\` unless the person showed who they are within
${CONFIRMED_MS / 60_000} minutes (ceremony \`confirm\`); operations before such an act are taken, the act and what follows it are not.

## The log
\`GET /api/v1/log\` and \`/api/v1/log/heads\` read the chained log of every operation, for officers and the chair. Here, and
nowhere else, the proof's \`path\` is the address **with** its query, exactly as sent. \`next\` goes on in the same direction; a
page may be short, or empty, and still have a \`next\`. The chain: \`log(n) = SHA-256(log(n-1) || SHA-256(line))\`, the line
being the JSON array of revision, operation id, \`opHash\`, device id, kind, verdict, code and instant of arrival.
An app of the office, which reads forms from its own copy, tells by \`POST /api/v1/log/opened\` which ones a person opened
and when; the log says it once a machine, form and day, so it may be told again until it is answered.

## Limits
One operation ${kb(OPERATION_BYTES_MAX)}; a request ${kb(EXCHANGE_BYTES_MAX)} as it travels and
${kb(INFLATED_BYTES_MAX)} after inflation, at most ${INFLATION_RATIO_MAX}:1. \`Content-Encoding\`: identity or gzip. On
\`busy\` and \`too-many-attempts\` wait \`Retry-After\` seconds.
`.trim();
