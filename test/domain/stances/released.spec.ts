import { actionModes, actKinds, attributions } from '../../../src/domain/acts/act-kind.js';
import { grades } from '../../../src/domain/sources/source-content.js';
import { codeBookOf } from '../../../src/domain/stances/code-book-of.js';
import { modelOf } from '../../../src/domain/stances/models/model-of.js';
import { attributionCodes, gradeCodes, kindCodes, modeCodes } from '../../../src/domain/stances/row-codes.js';
import { refusalOf } from './refusal-of.js';

describe('code book 1', () => {
  it('never changes', () => {
    expect(codeBookOf(1)).toEqual({
      version: 1,
      force: {
        action: { material: 2, diplomatic: 1, procedural: 0.5 },
        commitment: 1.5,
        concession: 1.5,
        proposal: 1.2,
        acceptance: 1.2,
        rejection: 1.2,
        statement: 1,
        threat: 1,
        demand: 1,
        withdrawal: 1,
        denial: 0.8,
      },
      attribution: { 'on-record': 1, official: 0.9, reported: 0.7, anonymous: 0.5 },
      reliability: { A: 1, B: 0.9, C: 0.7, D: 0.4, E: 0.2, F: 0.5 },
    });
  });

  it('is the only one so far', () => {
    const detail = 'There is no code book 2; allowed: 1.';
    expect(refusalOf(() => codeBookOf(2))).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '?codebook', detail }],
    });
  });
});

describe('the models', () => {
  it.each(['decayed-mean', 'latest', 'mean'])('include %s in version 1', (name) => {
    expect(modelOf(name, 1)).toMatchObject({ name, version: 1, decays: name === 'decayed-mean' });
  });

  it('are named when another is asked for', () => {
    const detail = 'There is no model “median”; allowed: decayed-mean, latest, mean.';
    expect(refusalOf(() => modelOf('median', 1))).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '?model', detail }],
    });
  });

  it('name their versions when another is asked for', () => {
    const errors = [{ pointer: '?modelVersion', detail: 'There is no version 2 of mean; allowed: 1.' }];
    expect(refusalOf(() => modelOf('mean', 2))).toMatchObject({ code: 'invalid', errors });
  });
});

describe('the codes in columns and views', () => {
  it('never change', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(kindCodes.nameOf)).toEqual([
      ...['statement', 'threat', 'proposal', 'demand', 'concession', 'commitment'],
      ...['acceptance', 'rejection', 'denial', 'withdrawal', 'action'],
    ]);
    expect([0, 1, 2, 3].map(modeCodes.nameOf)).toEqual([null, 'material', 'diplomatic', 'procedural']);
    expect([0, 1, 2, 3].map(attributionCodes.nameOf)).toEqual(['on-record', 'official', 'reported', 'anonymous']);
    expect([0, 1, 2, 3, 4, 5].map(gradeCodes.nameOf)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  it('lead there and back', () => {
    expect(actKinds.map((kind) => kindCodes.nameOf(kindCodes.codeOf(kind)))).toEqual(actKinds);
    expect(actionModes.map((mode) => modeCodes.nameOf(modeCodes.codeOf(mode)))).toEqual(actionModes);
    expect(attributions.map((name) => attributionCodes.nameOf(attributionCodes.codeOf(name)))).toEqual(attributions);
    expect(grades.map((grade) => gradeCodes.nameOf(gradeCodes.codeOf(grade)))).toEqual(grades);
  });

  it('refuse what is in no table', () => {
    expect(() => kindCodes.nameOf(11)).toThrow(RangeError);
  });
});
