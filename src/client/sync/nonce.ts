import { base64url } from 'jose';
import type { Chance } from '#protocol/ids.ts';

/** 128 random bits that only the awaited reply carries back. */
export const newNonce = (chance: Chance): string => base64url.encode(chance.bytes(16));
