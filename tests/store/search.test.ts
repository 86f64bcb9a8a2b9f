import { expect, test } from 'vitest';
import {
  deleteSegment,
  findFaults,
  indexSegments,
  searchSegments,
  updateText,
} from '../../src/store/index.ts';
import { addPair, temporaryProject } from './temporary.ts';

test('finds words exactly and loosely, Chinese at any length, and follows edits', () => {
  const store = temporaryProject();
  const vi = ['Đường phố Hà Nội thật đông.', 'Hoà bình là điều quý giá.', 'Duong la mot cai ten.'];
  const zh = ['河内的街道非常拥挤。', '和平是宝贵的。', '杨是一个名字。'];
  const { documentId } = addPair(store, vi, zh, 'zh');
  const find = (phrase: string, mode: 'exact' | 'loose') =>
    searchSegments(store, documentId, phrase, mode, 10).map(({ segmentId }) => segmentId);
  expect(find('đường', 'exact')).toEqual([]);
  while (indexSegments(store, 2));
  expect(find('đường', 'exact')).toEqual([1]);
  expect(find('duong', 'exact')).toEqual([3]);
  expect(find('duong', 'loose')).toEqual([1, 3]);
  expect(find('hòa bình', 'exact')).toEqual([2]);
  expect(find('街道', 'exact')).toEqual([4]);
  expect(find('道非', 'exact')).toEqual([4]);
  expect(find('平', 'loose')).toEqual([5]);
  expect(find('phố" OR "bình', 'exact')).toEqual([]);
  expect(find('…', 'exact')).toEqual([]);
  updateText(store, 1, 'Trời mưa.');
  deleteSegment(store, 4);
  expect(find('đường', 'exact')).toEqual([]);
  expect(find('mưa', 'exact')).toEqual([1]);
  expect(find('街道', 'exact')).toEqual([]);
  store.sql("INSERT INTO segment_search (segment_search) VALUES ('integrity-check')").run();
  expect(findFaults(store).filter((fault) => !fault.includes('ends'))).toEqual([]);
});
