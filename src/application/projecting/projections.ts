import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Derivation, Past, Present, Projection, Recorded, RowChange } from '../../ports/projection.js';
import { Derives, Projects } from '../../projections/projection.decorator.js';

/** Every projection and derivation of this node, found by its decorator. */
@Injectable()
export class Projections {
  private projections: readonly Projection[] | null = null;
  private derivations: readonly Derivation[] | null = null;

  constructor(private readonly discovery: DiscoveryService) {}

  /** What all of them make of one event, each from the same past. */
  project(recorded: Recorded, past: Past): readonly RowChange[] {
    this.projections ??= this.marked(Projects.KEY) as readonly Projection[];
    const changes: RowChange[] = [];
    for (const projection of this.projections) changes.push(...projection.project(recorded, past));
    return changes;
  }

  /** What follows from these changes, once they were made. */
  derive(recorded: Recorded, changes: readonly RowChange[], present: Present): readonly RowChange[] {
    this.derivations ??= this.marked(Derives.KEY) as readonly Derivation[];
    const derived: RowChange[] = [];
    for (const derivation of this.derivations) derived.push(...derivation.derive(recorded, changes, present));
    return derived;
  }

  private marked(metadataKey: string): readonly unknown[] {
    return this.discovery.getProviders({ metadataKey }).map(({ instance }) => instance as unknown);
  }
}
