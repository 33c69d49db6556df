import { storeContract } from './contract.ts';
import { exclusiveContract } from './exclusive-contract.ts';
import { sessionContract } from './session-contract.ts';
import { sqliteKit } from './kit.ts';

storeContract('SQLite', sqliteKit);
exclusiveContract('SQLite', sqliteKit);
sessionContract('SQLite', sqliteKit);
