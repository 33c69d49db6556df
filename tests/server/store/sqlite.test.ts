import { storeContract } from './contract.ts';
import { exclusiveContract } from './exclusive-contract.ts';
import { sqliteKit } from './kit.ts';

storeContract('SQLite', sqliteKit);
exclusiveContract('SQLite', sqliteKit);
