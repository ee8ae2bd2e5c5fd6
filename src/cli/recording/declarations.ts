import { actIdOf } from './derived-ids.js';
import type { Place } from './record-document.js';

interface Declaration {
  readonly parties: readonly string[] | null;
  readonly place: Place;
}

/** The acts that the files of one run have named so far. */
export class Declarations {
  private readonly acts = new Map<string, Declaration>();
  private readonly namesById = new Map<string, string>();

  /** Where the same name stands already, if it does. */
  declare(name: string, declaration: Declaration): Place | null {
    const earlier = this.acts.get(name);
    if (earlier) return earlier.place;
    this.acts.set(name, declaration);
    for (const full of fullNames(name, declaration)) this.namesById.set(actIdOf(full), full);
    return null;
  }

  /** Of joint acts their parties, of an act by one party null, of an unknown one undefined. */
  partiesOf(name: string): readonly string[] | null | undefined {
    return this.acts.get(name)?.parties;
  }

  /** What an act is called here; its id where it is not named in these files. */
  nameOf(id: string): string {
    return this.namesById.get(id) ?? id;
  }

  /** Everything that a reference may say. */
  names(): readonly string[] {
    return [...this.namesById.values()];
  }
}

function fullNames(name: string, { parties }: Declaration): readonly string[] {
  return parties?.map((party) => `${name}/${party}`) ?? [name];
}
