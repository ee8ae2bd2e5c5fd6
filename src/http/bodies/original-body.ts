import { Matching } from '../fields/matching.js';

const mediaType = {
  name: 'media-type',
  expected: 'a media type such as application/pdf',
  pattern: /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[\x20-\x7e]*)?$/,
  max: 255,
};
const sha256 = {
  name: 'sha256',
  expected: 'a SHA-256 in lower-case hexadecimal digits',
  pattern: /^[0-9a-f]{64}$/,
  max: 64,
};

/** The file that the text was taken from, which the server does not keep. */
export class OriginalBody {
  @Matching(mediaType, { says: 'What kind of file it is.', example: 'application/pdf' })
  readonly mediaType!: string;

  @Matching(sha256, {
    says: 'The SHA-256 of its bytes.',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  readonly sha256!: string;
}
