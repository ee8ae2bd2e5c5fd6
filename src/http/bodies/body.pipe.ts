import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { refuseIfAny } from '../../domain/shared/check.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { checkBody } from './check-body.js';

/**
 * Lets a body through when it has exactly the fields of its class; nothing is converted or filled in. Bound to the
 * bodies alone, so that reads pay nothing.
 */
@Injectable()
export class BodyPipe implements PipeTransform<unknown, unknown> {
  /** @throws Refusal `bad-json`, `invalid` */
  transform(body: unknown, { metatype }: ArgumentMetadata): unknown {
    const type: Type<object> | undefined = metatype;
    if (!type) throw new Error('a body needs a class that describes it');
    if (body === undefined) throw new Refusal('bad-json', 'This request needs a body: a JSON object.');
    refuseIfAny('invalid', checkBody(type, body));
    return body;
  }
}
