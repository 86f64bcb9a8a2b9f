import { describe, expect, test } from 'vitest';
import {
  clearedFilter,
  narrowFilter,
  readFilter,
  readList,
  toggleValue,
} from '../../src/renderer/features/filter/filterAddress.ts';

describe('the filter in the address', () => {
  test('conditions of different kinds combine', () => {
    expect(
      readFilter({ row: '3', status: 'auto,edited', score: '0.6', words: 'cà phê', in: '2,3', notes: '1' }),
    ).toEqual({
      statuses: ['auto', 'edited'],
      scoreBelow: 0.6,
      text: { text: 'cà phê', mode: 'loose', at: 'start', matchCase: false },
      alignmentIds: [2, 3],
      openNotes: true,
    });
  });
  test('renderings alone, blanks and nonsense leave nothing out', () => {
    expect(readFilter({ in: '2', words: '  ', score: 'low', status: '' })).toBeNull();
  });
  test('a value is added and taken away again', () => {
    const added = toggleValue({ status: 'auto' }, 'status', 'edited');
    expect(added).toEqual({ status: 'auto,edited' });
    expect(toggleValue({ status: 'edited' }, 'status', 'edited')).toEqual({ status: null });
    expect(readList({ status: 'auto,edited' }, 'status')).toEqual(['auto', 'edited']);
  });
  test('clearing takes every condition away, and nothing else', () => {
    const cleared = clearedFilter();
    expect(Object.values(cleared).every((value) => value === null)).toBe(true);
    for (const name of ['status', 'severity', 'check', 'type', 'kind', 'in', 'score', 'notes', 'words'])
      expect(cleared).toHaveProperty(name);
    expect(cleared).not.toHaveProperty('row');
  });
});

test('a filter looks at the columns that are shown', () => {
  expect(narrowFilter({ openNotes: true }, null)).toEqual({ openNotes: true });
  expect(narrowFilter({ statuses: ['auto'] }, [2, 3])).toEqual({ statuses: ['auto'], alignmentIds: [2, 3] });
  expect(narrowFilter({ alignmentIds: [1, 3] }, [2, 3])).toEqual({ alignmentIds: [3] });
  expect(narrowFilter({ alignmentIds: [1] }, [2, 3])).toEqual({ alignmentIds: [1] });
});
