import { CstParser, type IParserErrorMessageProvider, type TokenType } from 'chevrotain';
import {
  ALL_TOKENS,
  AnyName,
  CitationToken,
  Colon,
  Comma,
  DateToken,
  Divide,
  Dot,
  DoublePipe,
  Equals,
  Ge,
  Gt,
  K,
  LBrace,
  Le,
  LParen,
  Lt,
  Minus,
  Name,
  Ne,
  Newline,
  NumberToken,
  Pipe,
  Plus,
  QuoteToken,
  RBrace,
  RParen,
  Semicolon,
  Times,
  TimeToken,
} from './tokens.ts';

/**
 * What the parser says is for the next stage, not for people: `rule token token …`, the tokens being
 * those that might have stood there. src/syntax/errors.ts turns it into a sentence.
 */
export const MESSAGE_SEPARATOR = ' ';
const message = (rule: string, tokens: readonly TokenType[]): string =>
  [rule, ...new Set(tokens.map((t) => t.name))].join(MESSAGE_SEPARATOR);
const firsts = (paths: TokenType[][]): TokenType[] => paths.flatMap((path) => path.slice(0, 1));
const errorMessageProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, ruleName }) => message(ruleName, [expected]),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, ruleName }) =>
    message(ruleName, expectedPathsPerAlt.flatMap(firsts)),
  buildEarlyExitMessage: ({ expectedIterationPaths, ruleName }) =>
    message(ruleName, firsts(expectedIterationPaths)),
  buildNotAllInputParsedMessage: ({ ruleName }) => message(ruleName, []),
};

/** The grammar. It only describes: the tree is made in src/syntax/build-*.ts. */
class NormParser extends CstParser {
  constructor(skipValidations: boolean) {
    super([...ALL_TOKENS], {
      // Recovery is by lines, in src/syntax/recover.ts: Chevrotain's own recurses once an error, so that a file
      // with thousands of errors would overflow the stack, and it lets a bad line swallow the next.
      recoveryEnabled: false,
      nodeLocationTracking: 'onlyOffset',
      maxLookahead: 2,
      // Checked once for all by tests/unit/grammar-validity.test.ts instead of at every start.
      skipValidations,
      errorMessageProvider,
    });
    this.performSelfAnalysis();
  }

  readonly file = this.RULE('file', () => {
    this.MANY(() =>
      this.OR([{ ALT: () => this.SUBRULE(this.separator) }, { ALT: () => this.SUBRULE(this.block) }]),
    );
  });
  readonly separator = this.RULE('separator', () => {
    this.OR([{ ALT: () => this.CONSUME(Newline) }, { ALT: () => this.CONSUME(Semicolon) }]);
  });
  readonly block = this.RULE('block', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.bookBlock) },
      { ALT: () => this.SUBRULE(this.chapterBlock) },
      { ALT: () => this.SUBRULE(this.enumBlock) },
      { ALT: () => this.SUBRULE(this.groupBlock) },
      { ALT: () => this.SUBRULE(this.aliasBlock) },
      { ALT: () => this.SUBRULE(this.unitsBlock) },
      { ALT: () => this.SUBRULE(this.matterBlock) },
      { ALT: () => this.SUBRULE(this.recordBlock) },
      { ALT: () => this.SUBRULE(this.parameterBlock) },
      { ALT: () => this.SUBRULE(this.readingBlock) },
      { ALT: () => this.SUBRULE(this.declaratoryBlock) },
      { ALT: () => this.SUBRULE(this.definitionBlock) },
      { ALT: () => this.SUBRULE(this.tableBlock) },
      { ALT: () => this.SUBRULE(this.normBlock) },
      { ALT: () => this.SUBRULE(this.exampleBlock) },
    ]);
  });

  // ---- blocks ------------------------------------------------------------------------------------
  readonly bookBlock = this.RULE('bookBlock', () => {
    this.CONSUME(K.book);
    this.CONSUME(AnyName);
    this.SUBRULE(this.clauses);
  });
  readonly chapterBlock = this.RULE('chapterBlock', () => {
    this.CONSUME(K.chapter);
  });
  readonly enumBlock = this.RULE('enumBlock', () => {
    this.CONSUME(K.enum);
    this.CONSUME(AnyName);
    this.CONSUME(Equals);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.member) });
  });
  readonly member = this.RULE('member', () => {
    this.CONSUME(AnyName);
    this.OPTION(() => {
      this.CONSUME(LParen);
      this.SUBRULE(this.names);
      this.CONSUME(RParen);
    });
  });
  readonly groupBlock = this.RULE('groupBlock', () => {
    this.CONSUME(K.group);
    this.CONSUME(AnyName);
    this.CONSUME(Equals);
    this.SUBRULE(this.names);
  });
  readonly aliasBlock = this.RULE('aliasBlock', () => {
    this.CONSUME(K.alias);
    this.CONSUME(AnyName);
    this.CONSUME(Equals);
    this.CONSUME2(AnyName);
  });
  readonly unitsBlock = this.RULE('unitsBlock', () => {
    this.CONSUME(K.units);
    this.SUBRULE(this.names);
  });
  readonly matterBlock = this.RULE('matterBlock', () => {
    this.CONSUME(K.matter);
    this.CONSUME(AnyName);
    this.OPTION(() => {
      this.CONSUME(K.in);
      this.SUBRULE(this.names);
    });
    this.SUBRULE(this.fields);
  });
  readonly recordBlock = this.RULE('recordBlock', () => {
    this.CONSUME(K.record);
    this.CONSUME(AnyName);
    this.SUBRULE(this.fields);
  });
  readonly parameterBlock = this.RULE('parameterBlock', () => {
    this.CONSUME(K.parameter);
    this.CONSUME(AnyName);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
    this.OPTION(() => {
      this.CONSUME(Equals);
      this.SUBRULE(this.list);
    });
    this.SUBRULE(this.clauses);
  });
  readonly readingBlock = this.RULE('readingBlock', () => {
    this.CONSUME(K.reading);
    this.CONSUME(AnyName);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.clause) },
        { ALT: () => this.SUBRULE(this.readingOption) },
      ]),
    );
  });
  readonly readingOption = this.RULE('readingOption', () => {
    this.CONSUME(AnyName);
    this.OPTION(() => {
      this.CONSUME(LParen);
      this.CONSUME(K.adopted);
      this.CONSUME(RParen);
    });
    this.OPTION2(() => this.CONSUME(QuoteToken));
  });
  readonly declaratoryBlock = this.RULE('declaratoryBlock', () => {
    this.CONSUME(K.declaratory);
    this.CONSUME(AnyName);
    this.SUBRULE(this.clauses);
  });
  readonly definitionBlock = this.RULE('definitionBlock', () => {
    this.CONSUME(K.definition);
    this.CONSUME(AnyName);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
    this.SUBRULE(this.clauses);
  });
  readonly tableBlock = this.RULE('tableBlock', () => {
    this.CONSUME(K.table);
    this.CONSUME(AnyName);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.clause) },
        { ALT: () => this.SUBRULE(this.row) },
      ]),
    );
  });
  readonly normBlock = this.RULE('normBlock', () => {
    this.CONSUME(K.norm);
    this.CONSUME(AnyName);
    this.SUBRULE(this.clauses);
  });
  readonly exampleBlock = this.RULE('exampleBlock', () => {
    this.CONSUME(K.example);
    this.CONSUME(AnyName);
    this.CONSUME(K.onNorms);
    this.SUBRULE(this.names);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.subject) },
        { ALT: () => this.SUBRULE(this.expectation) },
        { ALT: () => this.SUBRULE(this.assignment) },
      ]),
    );
  });

  // ---- parts of blocks ---------------------------------------------------------------------------
  readonly names = this.RULE('names', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.CONSUME(AnyName) });
  });
  readonly fields = this.RULE('fields', () => {
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.clause) },
        { ALT: () => this.SUBRULE(this.field) },
      ]),
    );
  });
  readonly field = this.RULE('field', () => {
    this.CONSUME(AnyName);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
    this.MANY(() => this.SUBRULE(this.fieldPart));
  });
  readonly fieldPart = this.RULE('fieldPart', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.default);
          this.SUBRULE(this.list);
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.alias);
          this.SUBRULE(this.names);
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.by);
          this.SUBRULE2(this.names);
          this.CONSUME(K.attested);
        },
      },
      { ALT: () => this.CONSUME(QuoteToken) },
    ]);
  });
  readonly type = this.RULE('type', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.boolean) },
      {
        ALT: () => {
          this.CONSUME(K.number);
          this.OPTION(() => this.CONSUME(AnyName));
        },
      },
      { ALT: () => this.CONSUME(K.money) },
      { ALT: () => this.CONSUME(K.date) },
      { ALT: () => this.CONSUME(K.time) },
      { ALT: () => this.CONSUME(K.event) },
      { ALT: () => this.CONSUME(K.text) },
      { ALT: () => this.CONSUME(K.duration) },
      { ALT: () => this.CONSUME(K.years) },
      { ALT: () => this.CONSUME(K.months) },
      { ALT: () => this.CONSUME(K.weeks) },
      { ALT: () => this.CONSUME(K.days) },
      { ALT: () => this.CONSUME(K.workdays) },
      { ALT: () => this.CONSUME(K.hours) },
      { ALT: () => this.CONSUME(K.minutes) },
      {
        ALT: () => {
          this.CONSUME(K.set);
          this.SUBRULE(this.type);
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.list);
          this.CONSUME2(AnyName);
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.reference);
          this.CONSUME3(AnyName);
        },
      },
      { ALT: () => this.CONSUME(Name) },
    ]);
  });
  readonly row = this.RULE('row', () => {
    this.CONSUME(Pipe);
    this.AT_LEAST_ONE_SEP({ SEP: Pipe, DEF: () => this.SUBRULE(this.cell) });
    this.CONSUME(DoublePipe);
    this.SUBRULE(this.values);
    this.CONSUME2(Pipe);
    this.OPTION(() => {
      this.OPTION2(() => this.SUBRULE(this.rowCitations));
      this.CONSUME3(Pipe);
    });
  });
  readonly rowCitations = this.RULE('rowCitations', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.citations) }, { ALT: () => this.CONSUME(K.cite) }]);
  });
  readonly cell = this.RULE('cell', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.anything) },
      {
        ALT: () => {
          this.SUBRULE(this.relation);
          this.SUBRULE(this.shifted);
        },
      },
      { ALT: () => this.SUBRULE(this.values) },
    ]);
  });
  readonly subject = this.RULE('subject', () => {
    this.CONSUME(K.subject);
    this.CONSUME(AnyName);
    this.OPTION(() => {
      this.CONSUME(Colon);
      this.CONSUME2(AnyName);
    });
  });
  readonly assignment = this.RULE('assignment', () => {
    this.CONSUME(AnyName);
    this.OR([
      { ALT: () => this.SUBRULE(this.given) },
      { ALT: () => this.CONSUME(K.isEmpty) },
      { ALT: () => this.CONSUME(K.notOccurred) },
    ]);
    this.OPTION(() => {
      this.CONSUME(K.by);
      this.CONSUME2(AnyName);
      this.CONSUME(K.attested);
    });
  });
  readonly given = this.RULE('given', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.is) },
      { ALT: () => this.CONSUME(Equals) },
      { ALT: () => this.CONSUME(K.attestedAs) },
    ]);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.givenValue) });
  });
  readonly givenValue = this.RULE('givenValue', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.entry) }, { ALT: () => this.SUBRULE(this.atom) }]);
  });
  /** One entry of a list of records. */
  readonly entry = this.RULE('entry', () => {
    this.CONSUME(LParen);
    this.AT_LEAST_ONE_SEP({ SEP: Semicolon, DEF: () => this.SUBRULE(this.assignment) });
    this.CONSUME(RParen);
  });
  readonly expectation = this.RULE('expectation', () => {
    this.CONSUME(K.expect);
    this.SUBRULE(this.verdict);
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(K.missing);
            this.SUBRULE(this.names);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.deadline);
            this.SUBRULE(this.shifted);
          },
        },
      ]),
    );
  });
  readonly verdict = this.RULE('verdict', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.notApplicable) },
      { ALT: () => this.CONSUME(K.exempt) },
      { ALT: () => this.CONSUME(K.compliant) },
      { ALT: () => this.CONSUME(K.violated) },
      { ALT: () => this.CONSUME(K.deviation) },
      { ALT: () => this.CONSUME(K.pending) },
      { ALT: () => this.CONSUME(K.conflict) },
      { ALT: () => this.CONSUME(K.undetermined) },
    ]);
  });

  // ---- clauses -----------------------------------------------------------------------------------
  readonly clauses = this.RULE('clauses', () => {
    this.MANY(() =>
      this.OR([{ ALT: () => this.SUBRULE(this.separator) }, { ALT: () => this.SUBRULE(this.clause) }]),
    );
  });
  readonly clause = this.RULE('clause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.citeClause) },
      { ALT: () => this.SUBRULE(this.textClause) },
      { ALT: () => this.SUBRULE(this.appliesToClause) },
      { ALT: () => this.SUBRULE(this.bearerClause) },
      { ALT: () => this.SUBRULE(this.conditionClause) },
      { ALT: () => this.SUBRULE(this.modalClause) },
      { ALT: () => this.SUBRULE(this.onlyClause) },
      { ALT: () => this.SUBRULE(this.deadlineClause) },
      { ALT: () => this.SUBRULE(this.maintainClause) },
      { ALT: () => this.SUBRULE(this.unlessClause) },
      { ALT: () => this.SUBRULE(this.exceptionToClause) },
      { ALT: () => this.SUBRULE(this.thereafterClause) },
      { ALT: () => this.SUBRULE(this.strengthClause) },
      { ALT: () => this.SUBRULE(this.dateClause) },
      { ALT: () => this.SUBRULE(this.hitPolicyClause) },
      { ALT: () => this.SUBRULE(this.whenClause) },
      { ALT: () => this.SUBRULE(this.otherwiseClause) },
      { ALT: () => this.SUBRULE(this.meaningClause) },
    ]);
  });
  readonly citations = this.RULE('citations', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.CONSUME(CitationToken) });
  });
  readonly citeClause = this.RULE('citeClause', () => {
    this.CONSUME(K.cite);
    this.SUBRULE(this.citations);
  });
  readonly textClause = this.RULE('textClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.gist) },
      { ALT: () => this.CONSUME(K.note) },
      { ALT: () => this.CONSUME(K.quotation) },
      { ALT: () => this.CONSUME(K.reason) },
      { ALT: () => this.CONSUME(K.title) },
    ]);
    this.CONSUME(QuoteToken);
  });
  readonly appliesToClause = this.RULE('appliesToClause', () => {
    this.CONSUME(K.appliesTo);
    this.SUBRULE(this.names);
  });
  readonly bearerClause = this.RULE('bearerClause', () => {
    this.CONSUME(K.bearer);
    this.SUBRULE(this.names);
  });
  readonly conditionClause = this.RULE('conditionClause', () => {
    this.CONSUME(K.condition);
    this.SUBRULE(this.expression);
  });
  readonly modalClause = this.RULE('modalClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.shall) },
      { ALT: () => this.CONSUME(K.shallNot) },
      { ALT: () => this.CONSUME(K.may) },
    ]);
    this.SUBRULE(this.expression);
  });
  readonly onlyClause = this.RULE('onlyClause', () => {
    this.CONSUME(K.only);
    this.SUBRULE(this.values);
    this.CONSUME(K.may);
    this.SUBRULE(this.expression);
  });
  readonly deadlineClause = this.RULE('deadlineClause', () => {
    this.CONSUME(K.deadline);
    this.SUBRULE(this.shifted);
  });
  readonly maintainClause = this.RULE('maintainClause', () => {
    this.CONSUME(K.maintain);
    this.CONSUME(K.from);
    this.SUBRULE(this.shifted);
    this.OPTION(() => {
      this.CONSUME(K.until);
      this.SUBRULE2(this.shifted);
    });
  });
  readonly unlessClause = this.RULE('unlessClause', () => {
    this.CONSUME(K.unless);
    this.SUBRULE(this.expression);
    this.OPTION(() => this.SUBRULE(this.basis));
  });
  /** 依據 on the same line belongs to the clause before it; on a line of its own, to the whole block. */
  readonly basis = this.RULE('basis', () => {
    this.CONSUME(K.cite);
    this.SUBRULE(this.citations);
  });
  readonly exceptionToClause = this.RULE('exceptionToClause', () => {
    this.CONSUME(K.exceptionTo);
    this.SUBRULE(this.names);
    this.OPTION(() => {
      this.CONSUME(K.via);
      this.SUBRULE(this.path);
    });
  });
  readonly thereafterClause = this.RULE('thereafterClause', () => {
    this.CONSUME(K.thereafter);
    this.SUBRULE(this.expression);
    this.OPTION(() => {
      this.CONSUME(K.deadline);
      this.SUBRULE(this.shifted);
    });
    this.OPTION2(() => this.SUBRULE(this.basis));
  });
  readonly strengthClause = this.RULE('strengthClause', () => {
    this.CONSUME(K.strength);
    this.OR([
      { ALT: () => this.CONSUME(K.hard) },
      { ALT: () => this.CONSUME(K.soft) },
      { ALT: () => this.CONSUME(K.aspirational) },
    ]);
  });
  readonly dateClause = this.RULE('dateClause', () => {
    this.OR([{ ALT: () => this.CONSUME(K.effective) }, { ALT: () => this.CONSUME(K.repealed) }]);
    this.SUBRULE(this.shifted);
  });
  readonly hitPolicyClause = this.RULE('hitPolicyClause', () => {
    this.CONSUME(K.hitPolicy);
    this.OR([
      { ALT: () => this.CONSUME(K.unique) },
      { ALT: () => this.CONSUME(K.anything) },
      { ALT: () => this.CONSUME(K.collect) },
    ]);
  });
  readonly whenClause = this.RULE('whenClause', () => {
    this.OPTION(() => this.CONSUME(K.except));
    this.CONSUME(K.if);
    this.SUBRULE(this.expression);
    this.CONSUME(K.then);
    this.SUBRULE(this.values);
    this.OPTION2(() => this.SUBRULE(this.basis));
  });
  readonly otherwiseClause = this.RULE('otherwiseClause', () => {
    this.CONSUME(K.otherwise);
    this.SUBRULE(this.values);
    this.OPTION(() => this.SUBRULE(this.basis));
  });
  readonly meaningClause = this.RULE('meaningClause', () => {
    this.CONSUME(K.meaning);
    this.SUBRULE(this.values);
  });

  // ---- expressions, loosest first ------------------------------------------------------------------
  readonly values = this.RULE('values', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.expression) });
  });
  readonly expression = this.RULE('expression', () => {
    this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.CONSUME(K.or);
      this.SUBRULE2(this.conjunction);
    });
  });
  readonly conjunction = this.RULE('conjunction', () => {
    this.SUBRULE(this.negation);
    this.MANY(() => {
      this.CONSUME(K.and);
      this.SUBRULE2(this.negation);
    });
  });
  readonly negation = this.RULE('negation', () => {
    this.MANY(() => this.CONSUME(K.not));
    this.SUBRULE(this.comparison);
  });
  readonly comparison = this.RULE('comparison', () => {
    this.SUBRULE(this.shifted);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.SUBRULE(this.relation);
            this.SUBRULE2(this.shifted);
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.setRelation);
            this.SUBRULE(this.list);
          },
        },
        { ALT: () => this.SUBRULE(this.postfix) },
        {
          ALT: () => {
            this.CONSUME(K.between);
            this.SUBRULE3(this.shifted);
            this.CONSUME(K.and2);
            this.SUBRULE4(this.shifted);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.on);
            this.SUBRULE5(this.shifted);
            this.CONSUME(K.inside);
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.samePeriod);
            this.SUBRULE6(this.shifted);
          },
        },
      ]),
    );
  });
  readonly relation = this.RULE('relation', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.is) },
      { ALT: () => this.CONSUME(Equals) },
      { ALT: () => this.CONSUME(K.isNot) },
      { ALT: () => this.CONSUME(Ne) },
      { ALT: () => this.CONSUME(K.exceeds) },
      { ALT: () => this.CONSUME(K.laterThan) },
      { ALT: () => this.CONSUME(Gt) },
      { ALT: () => this.CONSUME(K.lessThan) },
      { ALT: () => this.CONSUME(K.earlierThan) },
      { ALT: () => this.CONSUME(Lt) },
      { ALT: () => this.CONSUME(K.notExceeding) },
      { ALT: () => this.CONSUME(K.atMost) },
      { ALT: () => this.CONSUME(K.noLaterThan) },
      { ALT: () => this.CONSUME(Le) },
      { ALT: () => this.CONSUME(K.notLessThan) },
      { ALT: () => this.CONSUME(K.atLeast) },
      { ALT: () => this.CONSUME(K.noEarlierThan) },
      { ALT: () => this.CONSUME(Ge) },
    ]);
  });
  readonly setRelation = this.RULE('setRelation', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.in) },
      { ALT: () => this.CONSUME(K.notIn) },
      { ALT: () => this.CONSUME(K.subset) },
      { ALT: () => this.CONSUME(K.superset) },
      { ALT: () => this.CONSUME(K.disjoint) },
      { ALT: () => this.CONSUME(K.overlaps) },
    ]);
  });
  readonly postfix = this.RULE('postfix', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.isEmpty) },
      { ALT: () => this.CONSUME(K.isNotEmpty) },
      { ALT: () => this.CONSUME(K.occurred) },
      { ALT: () => this.CONSUME(K.notOccurred) },
    ]);
  });
  readonly samePeriod = this.RULE('samePeriod', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.sameYear) },
      { ALT: () => this.CONSUME(K.sameQuarter) },
      { ALT: () => this.CONSUME(K.sameMonth) },
    ]);
  });
  readonly list = this.RULE('list', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.shifted) });
  });
  readonly shifted = this.RULE('shifted', () => {
    this.SUBRULE(this.sum);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(K.after) }, { ALT: () => this.CONSUME(K.before) }]);
      this.SUBRULE2(this.sum);
    });
  });
  readonly sum = this.RULE('sum', () => {
    this.SUBRULE(this.product);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }]);
      this.SUBRULE2(this.product);
    });
  });
  readonly product = this.RULE('product', () => {
    this.SUBRULE(this.primary);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Times) }, { ALT: () => this.CONSUME(Divide) }]);
      this.SUBRULE2(this.primary);
    });
  });
  readonly primary = this.RULE('primary', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(LParen);
          this.SUBRULE(this.expression);
          this.CONSUME(RParen);
        },
      },
      { ALT: () => this.SUBRULE(this.sequence) },
      { ALT: () => this.SUBRULE(this.aggregate) },
      { ALT: () => this.SUBRULE(this.atom) },
    ]);
  });
  readonly sequence = this.RULE('sequence', () => {
    this.OR([{ ALT: () => this.CONSUME(K.ordered) }, { ALT: () => this.CONSUME(K.strictlyOrdered) }]);
    this.CONSUME(LParen);
    this.SUBRULE(this.list);
    this.CONSUME(RParen);
  });
  readonly aggregate = this.RULE('aggregate', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.count) },
      { ALT: () => this.CONSUME(K.any) },
      { ALT: () => this.CONSUME(K.all) },
      { ALT: () => this.CONSUME(K.sum) },
      { ALT: () => this.CONSUME(K.earliest) },
      { ALT: () => this.CONSUME(K.latest) },
      { ALT: () => this.CONSUME(K.max) },
      { ALT: () => this.CONSUME(K.min) },
    ]);
    this.CONSUME(LParen);
    this.SUBRULE(this.path);
    this.OPTION(() => {
      this.CONSUME(K.where);
      this.SUBRULE(this.expression);
    });
    this.CONSUME(RParen);
  });
  readonly atom = this.RULE('atom', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.CONSUME(DateToken) },
      { ALT: () => this.CONSUME(TimeToken) },
      { ALT: () => this.CONSUME(QuoteToken) },
      { ALT: () => this.CONSUME(K.yes) },
      { ALT: () => this.CONSUME(K.no) },
      { ALT: () => this.CONSUME(K.empty) },
      { ALT: () => this.CONSUME(K.notOccurred) },
      { ALT: () => this.SUBRULE(this.braces) },
      { ALT: () => this.SUBRULE(this.path) },
    ]);
  });
  readonly number = this.RULE('number', () => {
    this.OPTION(() => this.CONSUME(Minus));
    this.CONSUME(NumberToken);
    this.OPTION2(() => this.CONSUME(AnyName));
  });
  readonly braces = this.RULE('braces', () => {
    this.CONSUME(LBrace);
    this.OPTION(() => this.SUBRULE(this.list));
    this.CONSUME(RBrace);
  });
  readonly path = this.RULE('path', () => {
    this.CONSUME(AnyName);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(K.of) }, { ALT: () => this.CONSUME(Dot) }]);
      this.CONSUME2(AnyName);
    });
  });
}

/** One instance for the whole process: it is reset by giving it new input, and making one is slow. */
export const parser = new NormParser(true);
/** Throws when the grammar is ambiguous or has another defect; for tests. */
export function validateGrammar(): void {
  new NormParser(false);
}
