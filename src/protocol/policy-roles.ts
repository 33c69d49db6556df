/** The seven roles (`design.md` §3) and what each is bound to. */
import { z } from '#domain/zod.ts';

export const roles = [
  'household',
  'hamletHead',
  'hamletHelper',
  'unitContact',
  'officer',
  'cultureOfficer',
  'chair',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What a credential is bound to: its own household, hamlet or unit, or the commune's office. */
export const bindingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('household'), id: z.string() }),
  z.strictObject({ kind: z.literal('hamlet'), id: z.string() }),
  z.strictObject({ kind: z.literal('unit'), id: z.string() }),
  z.strictObject({ kind: z.literal('office') }),
]);
export type Binding = z.infer<typeof bindingSchema>;

export const bindingKindOf: Record<Role, Binding['kind']> = {
  household: 'household',
  hamletHead: 'hamlet',
  hamletHelper: 'hamlet',
  unitContact: 'unit',
  officer: 'office',
  cultureOfficer: 'office',
  chair: 'office',
};
