import type { LockArticle, LockParagraph, LockSentence, SourceLock } from '../source/lock-tree.ts';
import { findArticle } from '../source/lock-tree.ts';
import { lockSentence } from '../source/normalise.ts';
import type { OfficialText, Sentence } from '../source/official-text.ts';
import type { Citation } from '../text/citation.ts';
import { chineseNumeral, formatCitation } from '../text/citation-text.ts';
import { escapeMarkup } from '../text/escape.ts';
import { chapterId, eIdOf, uniqueIds } from './eid.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** The standard wants dates; the lock knows none. The first day of the calendar stands for «not known». */
const UNKNOWN_DATE = '0001-01-01';

/**
 * The structure of a regulation as an Akoma Ntoso 3.0 act: 章 chapter, 條 article, 款 paragraph, 項 point. Words
 * stand in it only when they are given, and of those only the sentences whose fingerprint is the lock's: an
 * identifier must not be given to other words than those it was locked for. What the lock does not know (date,
 * author, number) is a placeholder.
 */
export function akomaNtoso(lock: SourceLock, words?: OfficialText, title = lock.title ?? ''): string {
  const id = uniqueIds();
  const known = new Set(lock.chapters.map((c) => c.number));
  const outside = lock.articles.filter((a) => a.chapter === undefined || !known.has(a.chapter));
  const seen = new Set<number>();
  const chapters = lock.chapters.flatMap((chapter) => {
    const first = !seen.has(chapter.number);
    seen.add(chapter.number);
    const articles = first ? lock.articles.filter((a) => a.chapter === chapter.number) : [];
    const eId = id(chapterId(chapter.number));
    return element('chapter', { eId }, [
      leaf('num', { eId: `${eId}__num` }, `第${chineseNumeral(chapter.number)}章`),
      leaf('heading', { eId: `${eId}__heading` }, chapter.title),
      ...(articles.length > 0
        ? articles.flatMap((a) => articleLines(a, words, id))
        : block('content', eId, undefined)),
    ]);
  });
  const body = [...outside.flatMap((a) => articleLines(a, words, id)), ...chapters];
  // the standard wants something in a body
  const filled =
    body.length > 0 ? body : element('article', { eId: 'art' }, block('content', 'art', undefined));
  const lines = element('akomaNtoso', { xmlns: NAMESPACE }, [
    ...element('act', { name: 'regulation', contains: 'originalVersion' }, [
      ...meta(title),
      ...(title === ''
        ? []
        : element('preface', { eId: 'preface' }, [
            `<p eId="preface__p_1"><docTitle eId="preface__p_1__docTitle_1">${escapeMarkup(title)}</docTitle></p>`,
          ])),
      ...element('body', { eId: 'body' }, filled),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

function meta(title: string): string[] {
  const name = title === '' ? 'untitled' : encodeURIComponent(title.replace(/\p{Surrogate}/gu, '\ufffd'));
  const work = `/akn/cn/act/regulation/${UNKNOWN_DATE}/${name}`;
  const level = (tag: string, uri: string, more: readonly string[]) =>
    element(tag, {}, [
      empty('FRBRthis', { value: `${uri}/!main` }),
      empty('FRBRuri', { value: uri }),
      ...(tag === 'FRBRWork' && title !== '' ? [empty('FRBRalias', { value: title, name: 'title' })] : []),
      empty('FRBRdate', { date: UNKNOWN_DATE, name: 'unknown' }),
      empty('FRBRauthor', { href: '#issuer' }),
      ...more,
    ]);
  return element('meta', {}, [
    ...element('identification', { source: '#zhunsheng' }, [
      ...level('FRBRWork', work, [empty('FRBRcountry', { value: 'cn' })]),
      ...level('FRBRExpression', `${work}/zho@`, [empty('FRBRlanguage', { language: 'zho' })]),
      ...level('FRBRManifestation', `${work}/zho@.xml`, []),
    ]),
    ...element('references', { source: '#zhunsheng' }, [
      organisation('issuer', '制定機關（未載明）'),
      organisation('zhunsheng', '準繩'),
    ]),
  ]);
}

const organisation = (eId: string, showAs: string): string =>
  empty('TLCOrganization', { eId, href: `/akn/ontology/organization/cn/${eId}`, showAs });

function articleLines(article: LockArticle, words: OfficialText | undefined, id: Ids): string[] {
  const place: Citation = {
    article: article.number,
    ...(article.branch === undefined ? {} : { branch: article.branch }),
  };
  const eId = id(eIdOf(place));
  const spoken = words && findArticle(words.articles, place);
  return element('article', { eId }, [
    leaf('num', { eId: `${eId}__num` }, formatCitation(place, 'zh')),
    ...(article.paragraphs.length === 0
      ? block('content', eId, undefined)
      : article.paragraphs.flatMap((paragraph, i) =>
          paragraphLines(paragraph, spoken?.paragraphs[i], id(eIdOf({ ...place, paragraph: i + 1 })), id),
        )),
  ]);
}

interface SpokenParagraph {
  readonly sentences: readonly Sentence[];
  readonly items: readonly { readonly number: number; readonly sentences: readonly Sentence[] }[];
}

function paragraphLines(
  paragraph: LockParagraph,
  spoken: SpokenParagraph | undefined,
  eId: string,
  id: Ids,
): string[] {
  const own = spoken && wordsIn(paragraph.sentences, spoken.sentences);
  if (paragraph.items.length === 0) return element('paragraph', { eId }, block('content', eId, own));
  return element('paragraph', { eId }, [
    ...(paragraph.sentences.length === 0 ? [] : block('intro', eId, own)),
    ...paragraph.items.flatMap((item) => {
      const point = id(`${eId}__point_${item.number}`);
      const said = spoken?.items.find((i) => i.number === item.number)?.sentences;
      return element('point', { eId: point }, [
        leaf('num', { eId: `${point}__num` }, `（${chineseNumeral(item.number)}）`),
        ...block('content', point, said && wordsIn(item.sentences, said)),
      ]);
    }),
  ]);
}

const wordsIn = (locked: readonly LockSentence[], spoken: readonly Sentence[]): string =>
  spoken
    .filter((sentence, i) => lockSentence(sentence.text).sha256 === locked[i]?.sha256)
    .map((sentence) => sentence.text)
    .join('');

type Ids = (id: string) => string;
type Attributes = Readonly<Record<string, string>>;

function block(tag: 'content' | 'intro', parent: string, text: string | undefined): string[] {
  const eId = `${parent}__${tag}`;
  const p = `${eId}__p_1`;
  return element(tag, { eId }, [text ? leaf('p', { eId: p }, text) : empty('p', { eId: p })]);
}

const attributes = (given: Attributes): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('');
const leaf = (tag: string, given: Attributes, text: string): string =>
  `<${tag}${attributes(given)}>${escapeMarkup(text)}</${tag}>`;
const empty = (tag: string, given: Attributes): string => `<${tag}${attributes(given)}/>`;
const element = (tag: string, given: Attributes, content: readonly string[]): string[] => [
  `<${tag}${attributes(given)}>`,
  ...content.map((line) => `  ${line}`),
  `</${tag}>`,
];
