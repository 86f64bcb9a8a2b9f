/** Two texts with all that the aligner knows about them; it learns from paths and hands out evidence. */
import { addCarried } from './carried.ts';
import type { Corridor } from './corridor.ts';
import { wordEvidence } from './evidence/index.ts';
import { EvidenceGrid } from './grid.ts';
import { induceLinks, type TypeBead } from './induce.ts';
import { learnLengths, learnPriors } from './learn.ts';
import {
  arrangeLinks,
  emptyLinks,
  joinLists,
  type LinkList,
  type Links,
  linkByMeaning,
  weighLinks,
} from './links.ts';
import type { AlignInput, EvidenceId, WordEvidence } from './model.ts';
import { type OpenSide, type OpenSides, openSides } from './openSides.ts';
import { PARAMETERS } from './parameters.ts';
import { firstCounts, type Priors, priorsOf } from './priors.ts';
import { learnRecall } from './recall.ts';
import { repeatCosts } from './repeats.ts';
import type { Path } from './search.ts';
import { firstLengthModel, type LengthModel, readShape, Shape, type ShapeSide } from './shape.ts';
import { dropRare, readTable, readUnits, type UnitTable } from './units.ts';
import { findUntranslated } from './untranslated.ts';

/** Evidence whose units may be learnt to render each other. */
const LEARNT: ReadonlySet<EvidenceId> = new Set(['lexicon', 'cognate', 'name', 'induced']);

interface LessonUnit {
  readonly evidence: number;
  readonly key: string;
}

export class DocumentPair {
  readonly open: OpenSides;
  readonly evidence: readonly WordEvidence[];
  source: UnitTable;
  target: UnitTable;
  links: Links;
  private readonly untranslated: Uint8Array;
  priors: Priors = priorsOf(firstCounts());
  private readonly without: ReadonlySet<EvidenceId>;
  private readonly known: LinkList = emptyLinks();
  private readonly meant: Links;
  private readonly taught: readonly TypeBead[];
  private readonly shapes: { readonly source: ShapeSide; readonly target: ShapeSide };
  private readonly firstLengths: LengthModel;
  private lengths: LengthModel;
  private currentShape: Shape | undefined;

  constructor(
    readonly input: AlignInput,
    checkCancelled: () => void,
  ) {
    this.without = new Set(input.options?.without ?? []);
    this.open = openSides(input.source.segments, input.target.segments, input.walls ?? []);
    const texts = (side: 'source' | 'target') => this.open[side].segments.map((segment) => segment.text);
    this.evidence = wordEvidence(input, {
      sourceLang: input.source.lang,
      targetLang: input.target.lang,
      source: texts('source'),
      target: texts('target'),
    });
    this.source = readTable(texts('source'), () => input.source.lang, this.evidence, checkCancelled);
    this.untranslated = findUntranslated(texts('source'), texts('target'));
    this.target = readTable(
      texts('target'),
      (at) => this.langOf('target', at),
      this.evidence,
      checkCancelled,
    );
    const shapeOf = (side: 'source' | 'target'): ShapeSide => {
      const { segments, apart } = this.open[side];
      const costs = this.without.has('repeat')
        ? new Float32Array(segments.length)
        : repeatCosts(texts(side), this[side]);
      return readShape(segments, apart, costs);
    };
    this.shapes = { source: shapeOf('source'), target: shapeOf('target') };
    // a word that occurs once or twice cannot be learned from the text itself, but from what was confirmed
    const freeWords = this.evidence.findIndex(({ id }) => id === 'induced');
    const lessons = this.readLessons();
    for (const side of ['source', 'target'] as const) {
      const words = lessons.flatMap((lesson) => lesson[side]);
      const keys = words.filter(({ evidence }) => evidence === freeWords).map(({ key }) => key);
      this[side] = dropRare(this[side], freeWords, PARAMETERS.inducedLeast, new Set(keys));
    }
    this.takeCarried();
    linkByMeaning(this.source, this.target, this.known);
    this.meant = arrangeLinks(this.source, this.target, this.known);
    this.taught = this.findTypes(lessons);
    this.links = this.meant;
    this.link([]);
    this.firstLengths = firstLengthModel(this.shapes.source, this.shapes.target);
    this.lengths = this.firstLengths;
  }

  /** Units for the pairs that a third language makes likely. */
  private takeCarried(): void {
    const evidence = this.evidence.findIndex(({ id }) => id === 'carried');
    if (evidence < 0) return;
    const placesOf = ({ numbers }: OpenSide) => new Map(numbers.map((number, at) => [number, at]));
    const places = { source: placesOf(this.open.source), target: placesOf(this.open.target) };
    const tables = { source: this.source, target: this.target };
    const { source, target } = addCarried(tables, places, this.input.options?.carried ?? [], evidence);
    [this.source, this.target] = [source, target];
  }

  /** The language a segment is written in: the original's where a rendering left it as it was. */
  langOf(side: 'source' | 'target', segment: number): string {
    const { source, target } = this.input;
    return side === 'target' && this.untranslated[segment] === 0 ? target.lang : source.lang;
  }

  /** Takes from paths what they show: priors, lengths, and how often units are found again. */
  learn(paths: readonly Path[]): void {
    this.priors = priorsOf(learnPriors(paths));
    this.lengths = learnLengths(paths, this.shapes.source, this.shapes.target, this.firstLengths);
    this.currentShape = undefined;
    this.link(paths);
  }

  /** Links by meaning, by what a person has confirmed and by what the paths show, and their worth. */
  private link(paths: readonly Path[]): void {
    const { source, target } = this;
    const induced = emptyLinks();
    const learnt = this.without.has('induced') ? [] : paths;
    if (learnt.length + this.taught.length > 0) {
      const isWord = (table: UnitTable): Uint8Array => {
        const kinds = this.evidence.map(({ id }) => (LEARNT.has(id) ? 1 : 0));
        return table.evidence.map((kind) => kinds[kind]!);
      };
      const words = { source: isWord(source), target: isWord(target) };
      induceLinks(this.taught, learnt, { source, target }, this.meant, words, induced);
    }
    this.links =
      induced.source.length > 0 ? arrangeLinks(source, target, joinLists(this.known, induced)) : this.meant;
    const recall = {
      source: learnRecall(paths, false, source, target, this.links.forward),
      target: learnRecall(paths, true, target, source, this.links.backward),
    };
    weighLinks(
      this.links,
      source,
      target,
      this.evidence.map((one) => one.expected),
      recall,
    );
  }

  /** The units of confirmed pairs. */
  private readLessons(): {
    readonly source: readonly LessonUnit[];
    readonly target: readonly LessonUnit[];
  }[] {
    const { source, target, taught = [] } = this.input;
    if (this.without.has('taught')) return [];
    const read = (text: string, lang: string): LessonUnit[] =>
      Array.from(readUnits(text, lang, this.evidence), ({ evidence, unit }) => ({
        evidence,
        key: unit.key,
      }));
    return taught.map((pair) => ({
      source: read(pair.source, source.lang),
      target: read(pair.target, target.lang),
    }));
  }

  /** Confirmed pairs as types of these texts. */
  private findTypes(lessons: ReturnType<DocumentPair['readLessons']>): TypeBead[] {
    if (lessons.length === 0) return [];
    const typesOf = (table: UnitTable) => {
      const types = new Map(table.keys.map((key, type) => [`${table.evidence[type]} ${key}`, type]));
      return (units: readonly LessonUnit[]): number[] => {
        const found = new Set<number>();
        for (const { evidence, key } of units) {
          const type = types.get(`${evidence} ${key}`);
          if (type !== undefined) found.add(type);
        }
        return [...found];
      };
    };
    const [sourceTypes, targetTypes] = [typesOf(this.source), typesOf(this.target)];
    return lessons.map((lesson) => ({
      source: sourceTypes(lesson.source),
      target: targetTypes(lesson.target),
      weight: PARAMETERS.taughtWeight,
    }));
  }

  /** The worth of forms by what is known now; made anew when lengths have been learned. */
  shape(): Shape {
    this.currentShape ??= new Shape(this.shapes.source, this.shapes.target, this.lengths, {
      length: !this.without.has('length'),
      layout: !this.without.has('layout'),
    });
    return this.currentShape;
  }

  grid(corridor: Corridor): EvidenceGrid {
    return new EvidenceGrid(this.source, this.target, this.links, corridor);
  }
}
