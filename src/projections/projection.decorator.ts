import { DiscoveryService } from '@nestjs/core';

/** Marks a provider as a projection: the runner finds it and feeds it every event in log order. */
export const Projects = DiscoveryService.createDecorator();
