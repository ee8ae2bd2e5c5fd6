const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64 (RFC 4648 section 4) of the bytes that the hexadecimal digits stand for, two digits a byte. */
export function base64OfHex(hex: string): string {
  let text = '';
  for (let at = 0; at < hex.length; at += 6) {
    const digits = hex.slice(at, at + 6);
    const bits = parseInt(digits.padEnd(6, '0'), 16);
    const group = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('');
    text += group.slice(0, digits.length / 2 + 1).padEnd(4, '=');
  }
  return text;
}

/** The bytes as hexadecimal digits; null for what is not the one way in which they are written. */
export function hexOfBase64(text: string): string | null {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  let hex = '';
  for (let at = 0; at < text.length; at += 4) {
    const group = text.slice(at, at + 4).replaceAll('=', '');
    const bits = [0, 1, 2, 3].reduce((sum, place) => sum * 64 + Math.max(0, alphabet.indexOf(group.charAt(place))), 0);
    const digits = bits.toString(16).padStart(6, '0');
    hex += digits.slice(0, (group.length - 1) * 2);
  }
  return base64OfHex(hex) === text ? hex : null;
}
