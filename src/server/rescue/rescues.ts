/** Rescue files as the core takes them: from anyone, from an officer, from the operator at the terminal. */
import { RESCUE_IMPORT_PATH } from '#protocol/rescue.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { authenticate } from '../identity/authenticate.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { importRescue, type RescueImport, type RescueOutcome } from './import-rescue.ts';

export const rescueImporters: readonly Role[] = ['officer'];

export interface RescueCommands {
  /** Whoever carries it reads nothing of it, and is told numbers alone. */
  handInRescue(bytes: Uint8Array<ArrayBuffer>, address: string): Promise<RescueOutcome>;
  /** Also of a phone that was revoked. */
  importRescue(
    bytes: Uint8Array<ArrayBuffer>,
    by: { proof: string; bodyHash: string; address: string; carried?: Carried },
  ): Promise<RescueOutcome>;
  /** The operator's own word, at the machine. */
  importRescueFile(bytes: Uint8Array<ArrayBuffer>): Promise<RescueOutcome>;
}

const AT_THE_MACHINE = 'operator';

/** `unlessBusy` makes an answer of a store that cannot write. */
export function createRescues(
  deps: CoreDeps,
  unlessBusy: (work: Promise<RescueOutcome>) => Promise<RescueOutcome>,
): RescueCommands {
  const take = (rescue: RescueImport) => unlessBusy(importRescue(deps, rescue));
  return {
    handInRescue: (bytes, address) => take({ bytes, vouched: false, address }),
    importRescue: async (bytes, { proof, bodyHash, address, carried = nothingCarried }) => {
      const caller = await authenticate(deps, proof, {
        method: 'POST',
        path: RESCUE_IMPORT_PATH,
        bodyHash,
        roles: rescueImporters,
        carried,
        isGrave: true,
      });
      return caller.kind === 'refused' ? caller : take({ bytes, vouched: true, address });
    },
    importRescueFile: (bytes) => take({ bytes, vouched: true, address: AT_THE_MACHINE }),
  };
}
