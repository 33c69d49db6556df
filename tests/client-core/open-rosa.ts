/**
 * The same answers as the field's usual protocol sends them: one XML form in a multipart POST each (OpenRosa 1.0), with
 * the headers of a plain client and server. The HEAD before each POST is left out, to their advantage.
 */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';

const BOUNDARY = '----OpenRosaBoundary7f3a9c1b2d';
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function leaves(id: string, answer: Answers[string]): string {
  const tag = id.replaceAll('.', '_');
  if (typeof answer !== 'object') return `<${tag}>${String(answer)}</${tag}>`;
  return Object.entries(answer)
    .map(([part, value]) => `<${tag}_${part}>${escape(String(value))}</${tag}_${part}>`)
    .join('');
}

function xmlOf(
  set: CriteriaSet,
  answers: Answers,
  form: { id: string; subject: string; at: string },
): string {
  const groups = set.groups
    .map((group) => {
      const inside = criteriaOf({ ...set, groups: [group] })
        .flatMap(({ id }) => (answers[id] === undefined ? [] : [leaves(id, answers[id])]))
        .join('');
      return `<g_${group.code}>${inside}</g_${group.code}>`;
    })
    .join('');
  const shared = set.sharedQuestions
    .flatMap(({ id }) => (answers[id] === undefined ? [] : [leaves(id, answers[id])]))
    .join('');
  return (
    `<?xml version='1.0' ?><data id="${set.id}" version="${set.version}" xmlns:jr="http://openrosa.org/javarosa" ` +
    `xmlns:orx="http://openrosa.org/xforms"><start>${form.at}</start><end>${form.at}</end>` +
    `<subject>${form.subject}</subject>${shared}${groups}<orx:meta><orx:instanceID>uuid:${form.id}</orx:instanceID></orx:meta></data>`
  );
}

const answer =
  '<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0"><message nature="submit_success">Form Received!</message></OpenRosaResponse>';

/** Bytes both ways of one form, headers and bodies. */
export function openRosaBytes(
  set: CriteriaSet,
  answers: Answers,
  form: { id: string; subject: string; at: string },
): number {
  const body =
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="xml_submission_file"; filename="${form.id}.xml"\r\n` +
    `Content-Type: text/xml\r\n\r\n${xmlOf(set, answers, form)}\r\n--${BOUNDARY}--\r\n`;
  const request = [
    'POST /submission HTTP/1.1',
    'Host: thidua.example',
    'User-Agent: org.odk.collect.android/v2025.3.3 Dalvik/2.1.0 (Linux; U; Android 11)',
    'X-OpenRosa-Version: 1.0',
    'Date: Sat, 01 Nov 2025 01:00:00 GMT',
    `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Accept-Encoding: gzip',
    'Connection: Keep-Alive',
  ].join('\r\n');
  const response = [
    'HTTP/1.1 201 Created',
    'Content-Type: text/xml; charset=utf-8',
    `Content-Length: ${answer.length}`,
    'X-OpenRosa-Version: 1.0',
    'X-OpenRosa-Accept-Content-Length: 104857600',
    'Location: https://thidua.example/submission',
    'Date: Sat, 01 Nov 2025 01:00:00 GMT',
    'Connection: keep-alive',
  ].join('\r\n');
  return Buffer.byteLength(request) + 4 + Buffer.byteLength(body) + response.length + 4 + answer.length;
}
