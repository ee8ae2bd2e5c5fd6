import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A directory on a disk of its own that is soon full; null where a process may not mount one. Room is what the ballast
 * leaves.
 */
export class CrampedDisk {
  private constructor(readonly directory: string) {}

  static mount(directory: string, bytes: number): CrampedDisk | null {
    const { status } = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', directory], {
      stdio: 'ignore',
    });
    return status === 0 ? new CrampedDisk(directory) : null;
  }

  /** Fills the disk until so many bytes are left. */
  leave(bytes: number): void {
    const { bavail, bsize } = statfsSync(this.directory);
    writeFileSync(this.ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
  }

  makeRoom(): void {
    rmSync(this.ballast, { force: true });
  }

  unmount(): void {
    spawnSync('/bin/umount', ['-l', this.directory], { stdio: 'ignore' });
  }

  private get ballast(): string {
    return join(this.directory, 'ballast');
  }
}
