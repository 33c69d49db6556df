/** A slip printed anew takes the place of the earlier one nobody redeemed: codes by their subject, devices by their code. */
export const slips: readonly string[] = [
  'create index enrol_code_of_subject on enrol_code (commune_id, binding_kind, binding_id)',
  'create index device_of_code on device (commune_id, code_hash)',
];
