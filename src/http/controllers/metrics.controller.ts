import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetReadiness } from '../../application/asking/get-readiness.js';
import { Answers } from '../answers/answers.js';
import { text } from '../openapi/shapes.js';
import { metricsText, type Metric } from '../server/metrics-text.js';
import { RequestCounts } from '../server/request-counts.js';

const mediaType = 'text/plain; version=0.0.4; charset=utf-8';

@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly counts: RequestCounts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Figures for Prometheus' })
  @ApiOkResponse({ description: 'In its text format.', content: { 'text/plain': { schema: text } } })
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const metrics = [...processMetrics(), ...(await this.nodeMetrics()), ...this.requestMetrics()];
    this.answers.passing(reply, metricsText(metrics), mediaType);
  }

  private async nodeMetrics(): Promise<readonly Metric[]> {
    const { ready, degraded, sequence, behind } = await this.queries.execute(new GetReadiness());
    return [
      gauge('demarche_ready', 'Whether this node can answer questions.', Number(ready)),
      gauge('demarche_degraded', 'Whether this node does not follow the log just now.', Number(degraded)),
      gauge('demarche_head_sequence', 'The last event that this node has projected.', sequence),
      gauge('demarche_behind_events', 'Events in the log that it has not; NaN when the log is away.', behind ?? NaN),
    ];
  }

  private requestMetrics(): readonly Metric[] {
    const entries = this.counts.entries();
    const requests = entries.map(([labels, count]) => ({ labels, value: count.requests }));
    const seconds = entries.map(([labels, count]) => ({ labels, value: count.seconds }));
    return [
      { name: 'demarche_http_requests_total', type: 'counter', says: 'Requests answered.', samples: requests },
      { name: 'demarche_http_seconds_total', type: 'counter', says: 'Time spent on them.', samples: seconds },
    ];
  }
}

function processMetrics(): readonly Metric[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const seconds = [{ labels: '', value: (user + system) / 1e6 }];
  return [
    { name: 'process_cpu_seconds_total', type: 'counter', says: 'Processor time, user and system.', samples: seconds },
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
    gauge('process_start_time_seconds', 'When the process started, Unix time.', Date.now() / 1000 - process.uptime()),
  ];
}

function gauge(name: string, says: string, value: number): Metric {
  return { name, type: 'gauge', says, samples: [{ labels: '', value }] };
}
