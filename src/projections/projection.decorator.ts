import { DiscoveryService } from '@nestjs/core';

/** Marks a provider as a projection: the runner finds it and feeds it every event in log order. */
export const Projects = DiscoveryService.createDecorator();

/** Marks a provider that derives further changes from what projections made of an event, in the same transaction. */
export const Derives = DiscoveryService.createDecorator();
