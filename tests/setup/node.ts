import { guardConsole } from '../support/console.ts';

guardConsole();
