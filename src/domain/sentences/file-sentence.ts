const isNoDirectory = 'a part of its path is a file, not a directory';

const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'you are not allowed to'],
  ['EPERM', 'you are not allowed to'],
  ['EROFS', 'nothing can be written there'],
  ['ENOTDIR', isNoDirectory],
  ['EEXIST', isNoDirectory],
  ['ENOSPC', 'there is no room left'],
  ['EDQUOT', 'there is no room left'],
  ['ENAMETOOLONG', 'its path is too long'],
]);

/** What is done with a file: the words for that, after “cannot be”. */
type Use = 'read' | 'written';

/**
 * Why a file cannot be used, as a sentence.
 * @param code the system's code of the error, such as `ENOENT`; any other text is given as it is
 */
export function fileSentence(file: string, use: Use, code: string): string {
  if (code === 'EISDIR') return `${file} is a directory, not a file.`;
  const isMissing = code === 'ENOENT';
  if (isMissing) return use === 'read' ? `There is no file ${file}.` : `${file} cannot be written: make its directory.`;
  return `${file} cannot be ${use}: ${reasons.get(code) ?? code}.`;
}
