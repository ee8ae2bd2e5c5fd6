import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './openapi/openapi-document.js';
import { auditReads, type ReadAudit } from './server/audit-reads.js';
import { countRequests } from './server/count-requests.js';
import { drainConnectionsOnClose } from './server/drain-connections.js';
import { RequestCounts } from './server/request-counts.js';
import { RouteTable } from './server/route-table.js';

/** What the server needs besides its routes; called once, before the application is initialised or listens. */
export function configureHttp(app: NestFastifyApplication, reads: ReadAudit | null): void {
  const fastify = app.getHttpAdapter().getInstance();
  const routes = app.get(RouteTable, { strict: false });
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  countRequests(fastify, app.get(RequestCounts, { strict: false }));
  if (reads) auditReads(fastify, reads);
  drainConnectionsOnClose(fastify);
  SwaggerModule.setup('docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'openapi.json', raw: ['json'] });
}
