import { expect, test } from 'vitest';
import { createCallerReader } from '#server/http/client-address.ts';

const forwarded = (value: string, proto?: string): Headers =>
  new Headers({ 'x-forwarded-for': value, ...(proto !== undefined && { 'x-forwarded-proto': proto }) });
const socket = (remoteAddress: string): { remoteAddress: string; encrypted: boolean } => ({
  remoteAddress,
  encrypted: false,
});

test('without listed proxies the forwarded headers are hearsay', () => {
  const callerOf = createCallerReader([]);
  expect(callerOf(socket('::ffff:203.0.113.9'), forwarded('198.51.100.1', 'https'))).toEqual({
    address: '203.0.113.9',
    secure: false,
  });
});

test('a listed proxy tells the caller and the protocol', () => {
  const callerOf = createCallerReader(['10.0.0.0/8', 'fd00::/8']);
  expect(callerOf(socket('::ffff:10.1.2.3'), forwarded('198.51.100.1', 'https'))).toEqual({
    address: '198.51.100.1',
    secure: true,
  });
  expect(callerOf(socket('fd00::1'), forwarded('2001:db8::7'))).toEqual({
    address: '2001:db8::7',
    secure: false,
  });
});

test('addresses a caller writes before its own are not believed', () => {
  const callerOf = createCallerReader(['10.0.0.1', '10.0.0.2']);
  const headers = forwarded('1.1.1.1, 203.0.113.9, 10.0.0.2');
  expect(callerOf(socket('10.0.0.1'), headers).address).toBe('203.0.113.9');
});

test('a proxy that forwards nothing readable is the caller itself', () => {
  const callerOf = createCallerReader(['10.0.0.1']);
  expect(callerOf(socket('10.0.0.1'), new Headers()).address).toBe('10.0.0.1');
  expect(callerOf(socket('10.0.0.1'), forwarded('unknown')).address).toBe('10.0.0.1');
  expect(callerOf(socket('10.0.0.1'), forwarded('203.0.113.9:4711')).address).toBe('203.0.113.9');
});
