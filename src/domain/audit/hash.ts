/** A SHA-256 hash as 64 lower-case hexadecimal digits. */
export type Hash = string;

/** SHA-256, which comes in from outside: the domain has no platform. */
export interface Sha256 {
  /** Of the text's UTF-8. Precondition: no lone surrogates. */
  ofText(text: string): Hash;
  /** Of the bytes that the hexadecimal digits stand for, two digits a byte. */
  ofHex(hex: string): Hash;
}

const shape = /^[0-9a-f]{64}$/;

export function isHash(text: string): boolean {
  return shape.test(text);
}
