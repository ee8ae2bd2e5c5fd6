import { NotAcceptableException } from '@nestjs/common';
import { accepted } from '../../../src/http/requests/accepted.js';

const offered = {
  plain: 'application/json',
  prov: 'application/provenance+json',
  linked: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
} as const;

describe('what a client accepts', () => {
  it.each([
    ['nothing said', undefined, 'plain'],
    ['an empty header', '', 'plain'],
    ['anything', '*/*', 'plain'],
    ['what browsers say', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'plain'],
    ['a type', 'application/provenance+json', 'prov'],
    ['a type in other letters', 'Application/Provenance+JSON', 'prov'],
    ['a type without its parameter', 'application/ld+json', 'linked'],
    ['a type with its parameter', 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"', 'linked'],
    ['a type in UTF-8', 'application/json; charset=utf-8', 'plain'],
    ['a type, else anything', '*/*, application/provenance+json', 'prov'],
    ['any of a kind', 'application/*', 'plain'],
    ['the first of two alike', 'application/ld+json, application/json', 'linked'],
    ['the greater quality', 'application/json;q=0.5, application/ld+json;q=0.9', 'linked'],
    ['the quality of the closest range', 'application/*;q=0.9, application/json;q=0.1', 'prov'],
    ['anything but', 'application/json;q=0, */*;q=0.1', 'prov'],
    ['a comma inside quotation marks', 'text/plain;x="a, application/ld+json", application/provenance+json', 'prov'],
    ['something that is no type', 'nonsense', 'plain'],
    ['a type beside nonsense', '/, a/b/c, application/provenance+json', 'prov'],
  ])('is answered: %s', (_, accept, expected) => {
    expect(accepted(accept, offered)).toBe(expected);
  });

  it.each([
    'text/html',
    'text/*',
    'application/json;q=0',
    '*/*;q=0',
    'application/json;q=2',
    'application/ld+json;profile="http://example.org/other"',
  ])('is refused, saying what there is: %s', (accept) => {
    const refuse = () => accepted(accept, offered);
    expect(refuse).toThrow(NotAcceptableException);
    for (const type of Object.values(offered)) expect(refuse).toThrow(type);
  });
});
