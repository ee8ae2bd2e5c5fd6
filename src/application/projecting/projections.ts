import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Past, Projection, Recorded, RowChange } from '../../ports/projection.js';
import { Projects } from '../../projections/projection.decorator.js';

/** Every projection of this node, found by its decorator. */
@Injectable()
export class Projections {
  private found: readonly Projection[] | null = null;

  constructor(private readonly discovery: DiscoveryService) {}

  /** What all of them make of one event, each from the same past. */
  project(recorded: Recorded, past: Past): readonly RowChange[] {
    this.found ??= this.discover();
    const changes: RowChange[] = [];
    for (const projection of this.found) changes.push(...projection.project(recorded, past));
    return changes;
  }

  private discover(): readonly Projection[] {
    const providers = this.discovery.getProviders({ metadataKey: Projects.KEY });
    return providers.map(({ instance }) => instance as Projection);
  }
}
