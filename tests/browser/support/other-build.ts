/** Another build of the same sources, as a new release would be: only its build id differs. */
import { spawnSync } from 'node:child_process';
import { root } from '../../support/source-files.ts';

const BUILD = `
  import { build } from 'vite';
  const [outDir, id] = process.argv.slice(-2);
  await build({
    logLevel: 'error',
    define: { 'import.meta.env.VITE_BUILD_ID': JSON.stringify(id) },
    build: { outDir, emptyOutDir: true },
  });
`;

export function buildInto(outDir: string, id: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', BUILD, '--', outDir, id],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the build ended with ${status}:\n${stdout}${stderr}`);
}
