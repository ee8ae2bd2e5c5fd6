import { Injectable } from '@nestjs/common';

interface Route {
  readonly methods: readonly string[];
  readonly segments: readonly string[];
}

/** The routes that the server has, to tell an unknown address from a method that an address does not have. */
@Injectable()
export class RouteTable {
  private readonly routes: Route[] = [];

  add(method: string | readonly string[], url: string): void {
    this.routes.push({ methods: [method].flat(), segments: url.split('/') });
  }

  methodsAt(path: string): readonly string[] {
    const segments = path.split('/');
    const found = this.routes.filter((route) => isAt(route.segments, segments)).flatMap((route) => route.methods);
    return [...new Set(found)].sort();
  }
}

function isAt(pattern: readonly string[], segments: readonly string[]): boolean {
  const wild = pattern.at(-1) === '*';
  if (wild ? segments.length < pattern.length : segments.length !== pattern.length) return false;
  return pattern.every(
    (part, index) => part === '*' || (part.startsWith(':') ? segments[index] !== '' : part === segments[index]),
  );
}
