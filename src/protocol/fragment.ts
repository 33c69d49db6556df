/**
 * What a link's fragment carries. A household slip names its assessment, so that a form filled before any contact has
 * its final identity. Fragments never reach a server or a log. Nothing is imported here: the phone's first page reads it.
 */
export type LinkFragment =
  | { kind: 'enrol'; secret: string }
  | { kind: 'slip'; secret: string; assessmentId: string; communeId: string; householdCode: string };

const SECRET = /^[A-Za-z0-9_-]{22}$/;
const UUID = /^[0-9a-f-]{36}$/;

export function writeFragment(link: LinkFragment): string {
  return link.kind === 'enrol'
    ? `e1.${link.secret}`
    : `s1.${link.secret}.${link.assessmentId.replaceAll('-', '')}.${link.communeId}.${link.householdCode}`;
}

export function readFragment(fragment: string): LinkFragment | null {
  const parts = fragment.replace(/^#/, '').split('.');
  const [tag, secret, assessment = '', ...rest] = parts;
  if (secret === undefined || !SECRET.test(secret)) return null;
  if (tag === 'e1' && parts.length === 2) return { kind: 'enrol', secret };
  const householdCode = rest.at(-1);
  const communeId = rest.slice(0, -1).join('.');
  if (tag !== 's1' || householdCode === undefined || communeId === '' || assessment.length !== 32)
    return null;
  const assessmentId = assessment.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return UUID.test(assessmentId) ? { kind: 'slip', secret, assessmentId, communeId, householdCode } : null;
}
