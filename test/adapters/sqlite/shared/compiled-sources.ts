import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));

const typescript = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
} as const;

const parts = ['domain/shared', 'files', 'ports', 'adapters/shared', 'adapters/sqlite/log', 'adapters/sqlite/shared'];

/**
 * The adapters as plain JavaScript in the folder, so that another process can run them without a build. Only the
 * folders that the log needs are there.
 */
export function compileSourcesInto(folder: string): string {
  parts.forEach((part) => compile(folder, part));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function compile(folder: string, part: string): void {
  const origin = join(projectRoot, 'src', part);
  mkdirSync(join(folder, part), { recursive: true });
  for (const name of readdirSync(origin).filter((file) => file.endsWith('.ts'))) {
    const { code } = transformSync(readFileSync(join(origin, name), 'utf8'), typescript);
    writeFileSync(join(folder, part, name.replace(/\.ts$/, '.js')), code);
  }
}
