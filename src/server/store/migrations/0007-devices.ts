/**
 * Devices that wait for the officer's word, devices that serve for some days, and phones that many families use. Codes
 * say which of it they make; a code made on a screen says by which device.
 */
export const devices: readonly string[] = [
  'alter table enrol_code add column needs_approval integer not null default 0',
  'alter table enrol_code add column device_lives_ms integer',
  'alter table enrol_code add column issued_by text',
  'create index enrol_code_issued_by on enrol_code (commune_id, issued_by, created_at) where issued_by is not null',
  'alter table device add column pending_since integer',
  'alter table device add column approved_at integer',
  'alter table device add column expires_at integer',
  'alter table device add column shared_phone text',
  'create index device_of_installation on device (commune_id, installation_id)',
  'alter table submission add column shared_phone text',
];
