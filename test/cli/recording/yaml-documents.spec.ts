import { readDocuments } from '../../../src/cli/recording/read-documents.js';
import { type BrokenDocument, isBroken, type RecordDocument } from '../../../src/cli/recording/record-document.js';
import { documentOf } from '../support/document.js';

const text = `# a comment
acts:
  - key: open
    leanings:
      - {issue: trade, value: 0.5}
    citations:
      - exact: "a quote"
`;

function placesOf(document: RecordDocument): (...path: (string | number)[]) => string {
  return (...path) => {
    const { line, column } = document.placeOf(path);
    return `${line}:${column}`;
  };
}

function yaml(written: string): readonly (RecordDocument | BrokenDocument)[] {
  return [...readDocuments({ name: 'file.yaml', format: 'yaml', text: written })];
}

describe('the place of a node in YAML', () => {
  const place = placesOf(documentOf(text));

  it('is where its value starts', () => {
    expect(place('acts', 0, 'leanings', 0, 'value')).toBe('5:31');
    expect(place('acts', 0, 'citations', 0, 'exact')).toBe('7:16');
    expect(place('acts', 0)).toBe('3:5');
  });

  it('is that of the nearest node around one that is not there', () => {
    expect(place('acts', 0, 'citations', 0, 'source')).toBe('7:9');
    expect(place('acts', 7)).toBe('3:3');
    expect(place('changes', 0)).toBe('2:1');
  });

  it('is that of the key where the key is what is wrong', () => {
    expect(documentOf(text).placeOf(['acts', 0, 'key'], 'key')).toEqual({ file: 'file.yaml', line: 3, column: 5 });
  });
});

describe('YAML', () => {
  it('may have several documents, each with its lines counted from the start of the file', () => {
    const [first, second] = yaml('acts: []\n---\n# nothing\n---\nacts:\n  - 1\n');
    expect(first && isBroken(first)).toBe(false);
    expect(second && !isBroken(second) && second.placeOf(['acts', 0]).line).toBe(6);
  });

  it('that is none is told with its line; the documents around it are read', () => {
    const [first, broken, last] = yaml('acts: []\n---\nacts:\n  - {a: 1\n---\nacts: []\n');
    expect(first && isBroken(first)).toBe(false);
    expect(broken).toMatchObject({ place: { file: 'file.yaml', line: 5 } });
    expect(last && isBroken(last)).toBe(false);
  });

  it('refuses a key that stands twice', () => {
    expect(yaml('acts: []\nacts: []\n')).toMatchObject([{ detail: expect.stringContaining('unique') as string }]);
  });

  it('leaves dates as text', () => {
    expect(documentOf('published: 2025-01-02').content).toEqual({ published: '2025-01-02' });
  });

  it('may hold nothing', () => {
    expect(yaml('# only a comment\n')).toEqual([]);
  });
});

describe('NDJSON', () => {
  it('has one document a line, and passes over empty lines', () => {
    const ndjson = '{"acts": []}\n\n{"acts": 1}\n{"acts": \n';
    const [first, second, broken] = readDocuments({ name: 'file.ndjson', format: 'ndjson', text: ndjson });
    expect(first).toMatchObject({ content: { acts: [] } });
    expect(second && !isBroken(second) && second.placeOf(['acts', 0])).toEqual({
      file: 'file.ndjson',
      line: 3,
      column: null,
    });
    expect(broken).toMatchObject({ place: { line: 4 }, detail: expect.stringContaining('no JSON') as string });
  });
});
