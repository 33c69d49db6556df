/** What the schemas cannot say: how a stranger's client proves itself, seals and exchanges. Markdown, in English. */
import { INFLATED_BYTES_MAX, INFLATION_RATIO_MAX, EXCHANGE_BYTES_MAX } from '#protocol/exchange.ts';
import { OPERATION_BYTES_MAX } from '#protocol/operation.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';

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
\`method\` and \`path\` as sent (no query), \`body\` = SHA-256 (base64url) of the body **before** gzip, \`counter\` strictly
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

## Limits
One operation ${kb(OPERATION_BYTES_MAX)}; a request ${kb(EXCHANGE_BYTES_MAX)} as it travels and
${kb(INFLATED_BYTES_MAX)} after inflation, at most ${INFLATION_RATIO_MAX}:1. \`Content-Encoding\`: identity or gzip. On
\`busy\` and \`too-many-attempts\` wait \`Retry-After\` seconds.
`.trim();
