import type { FastifyInstance, onResponseHookHandler } from 'fastify';
import type { RequestCounts } from './request-counts.js';

/** Counts what each route answers. The route's name is bound when it is added: a request would have to look for it. */
export function countRequests(fastify: FastifyInstance, counts: RequestCounts): void {
  fastify.addHook('onRoute', (route) => {
    const { url } = route;
    const count: onResponseHookHandler = ({ method }, { statusCode, elapsedTime }, done) => {
      counts.add(labelsOf(method, url, statusCode), elapsedTime);
      done();
    };
    route.onResponse = [count, ...[route.onResponse ?? []].flat()];
  });
  fastify.addHook('onResponse', (request, { statusCode, elapsedTime }, done) => {
    if (request.is404) counts.add(labelsOf('', 'none', statusCode), elapsedTime);
    done();
  });
}

function labelsOf(method: string, route: string, status: number): string {
  return `method="${method}",route="${route}",status="${status}"`;
}
