export interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly says: string;
  /** Labels are written as they are, `a="b",c="d"`. */
  readonly samples: readonly { readonly labels: string; readonly value: number }[];
}

/** Prometheus' text format, the little of it that a handful of counters and gauges need. */
export function metricsText(metrics: readonly Metric[]): string {
  return metrics.map(textOf).join('');
}

function textOf({ name, type, says, samples }: Metric): string {
  const lines = samples.map(({ labels, value }) => `${name}${labels && `{${labels}}`} ${value}\n`);
  return `# HELP ${name} ${says}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
