/** Who reads what (`protocol.md` §5): whole scopes, from the credential, never from a request. */
import type { Scope } from '#protocol/exchange.ts';
import type { Relation } from '#protocol/policy.ts';
import { bindingSchema, type Binding } from '#protocol/policy-roles.ts';

export const publicScope: Scope = 'public';
export const officeScope: Scope = 'office';
export const householdScope = (id: string): Scope => `household:${id}`;
export const hamletScope = (id: string): Scope => `hamlet:${id}`;
export const unitScope = (id: string): Scope => `unit:${id}`;

/** The one scope that is this credential's own. */
export function ownScope(binding: Binding): Scope {
  switch (binding.kind) {
    case 'household':
      return householdScope(binding.id);
    case 'hamlet':
      return hamletScope(binding.id);
    case 'unit':
      return unitScope(binding.id);
    case 'office':
      return officeScope;
  }
}

/** Scopes a credential reads, its own first. What is public the office has in its own scope. */
export const scopesOf = (binding: Binding): Scope[] =>
  binding.kind === 'office' ? [ownScope(binding)] : [ownScope(binding), publicScope];

export const bindingId = (binding: Binding): string => (binding.kind === 'office' ? '' : binding.id);

export const readBinding = (kind: string, id: string): Binding =>
  bindingSchema.parse(kind === 'office' ? { kind } : { kind, id });

/** A household, hamlet or unit, as far as permission asks. */
export interface Subject {
  kind: string;
  id: string;
  /** Hamlet of a household; empty otherwise. */
  hamletId: string;
}

/** How a subject stands to a credential; null = a stranger. */
export function relationTo(binding: Binding, subject: Subject): Relation | null {
  if (binding.kind === 'office') return 'commune';
  if (subject.kind === binding.kind && subject.id === binding.id) return 'own';
  return binding.kind === 'hamlet' && subject.kind === 'household' && subject.hamletId === binding.id
    ? 'ownHousehold'
    : null;
}

/** Scopes in which an assessment of this subject shows. */
export function scopesOfSubject({ kind, id, hamletId }: Subject): Scope[] {
  if (kind === 'household') return [householdScope(id), hamletScope(hamletId), officeScope];
  return [kind === 'hamlet' ? hamletScope(id) : unitScope(id), officeScope];
}
