import { afterAll } from 'vitest';
import { TestPostgres } from '../../support/postgres.ts';
import { storeContract } from './contract.ts';
import { exclusiveContract } from './exclusive-contract.ts';
import { sessionContract } from './session-contract.ts';
import { postgresKit } from './kit.ts';

const postgres = await TestPostgres.start();
afterAll(() => postgres.stop());
storeContract('PostgreSQL', postgresKit(postgres));
exclusiveContract('PostgreSQL', postgresKit(postgres));
sessionContract('PostgreSQL', postgresKit(postgres));
