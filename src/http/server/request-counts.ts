import { Injectable } from '@nestjs/common';

interface Count {
  requests: number;
  seconds: number;
}

/** How many requests were answered, by route and status, and how long that took together. */
@Injectable()
export class RequestCounts {
  private readonly counts = new Map<string, Count>();

  add(labels: string, milliseconds: number): void {
    const count = this.counts.get(labels);
    if (count) {
      count.requests += 1;
      count.seconds += milliseconds / 1000;
    } else this.counts.set(labels, { requests: 1, seconds: milliseconds / 1000 });
  }

  entries(): readonly (readonly [labels: string, count: Readonly<Count>])[] {
    return [...this.counts];
  }
}
