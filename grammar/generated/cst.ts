// Generated from grammar/parser.ts; do not edit.
import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface FileCstNode extends CstNode {
  name: "file";
  children: FileCstChildren;
}

export type FileCstChildren = {
  separator?: SeparatorCstNode[];
  block?: BlockCstNode[];
};

export interface SeparatorCstNode extends CstNode {
  name: "separator";
  children: SeparatorCstChildren;
}

export type SeparatorCstChildren = {
  Newline?: IToken[];
  Semicolon?: IToken[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  bookBlock?: BookBlockCstNode[];
  chapterBlock?: ChapterBlockCstNode[];
  enumBlock?: EnumBlockCstNode[];
  groupBlock?: GroupBlockCstNode[];
  aliasBlock?: AliasBlockCstNode[];
  unitsBlock?: UnitsBlockCstNode[];
  matterBlock?: MatterBlockCstNode[];
  recordBlock?: RecordBlockCstNode[];
  parameterBlock?: ParameterBlockCstNode[];
  readingBlock?: ReadingBlockCstNode[];
  declaratoryBlock?: DeclaratoryBlockCstNode[];
  definitionBlock?: DefinitionBlockCstNode[];
  tableBlock?: TableBlockCstNode[];
  normBlock?: NormBlockCstNode[];
  exampleBlock?: ExampleBlockCstNode[];
};

export interface BookBlockCstNode extends CstNode {
  name: "bookBlock";
  children: BookBlockCstChildren;
}

export type BookBlockCstChildren = {
  BookWord: IToken[];
  AnyName: IToken[];
  clauses: ClausesCstNode[];
};

export interface ChapterBlockCstNode extends CstNode {
  name: "chapterBlock";
  children: ChapterBlockCstChildren;
}

export type ChapterBlockCstChildren = {
  ChapterWord: IToken[];
};

export interface EnumBlockCstNode extends CstNode {
  name: "enumBlock";
  children: EnumBlockCstChildren;
}

export type EnumBlockCstChildren = {
  EnumWord: IToken[];
  AnyName: IToken[];
  Equals: IToken[];
  member: MemberCstNode[];
  Comma?: IToken[];
};

export interface MemberCstNode extends CstNode {
  name: "member";
  children: MemberCstChildren;
}

export type MemberCstChildren = {
  AnyName: IToken[];
  LParen?: IToken[];
  names?: NamesCstNode[];
  RParen?: IToken[];
};

export interface GroupBlockCstNode extends CstNode {
  name: "groupBlock";
  children: GroupBlockCstChildren;
}

export type GroupBlockCstChildren = {
  GroupWord: IToken[];
  AnyName: IToken[];
  Equals: IToken[];
  names: NamesCstNode[];
};

export interface AliasBlockCstNode extends CstNode {
  name: "aliasBlock";
  children: AliasBlockCstChildren;
}

export type AliasBlockCstChildren = {
  AliasWord: IToken[];
  AnyName: (IToken)[];
  Equals: IToken[];
};

export interface UnitsBlockCstNode extends CstNode {
  name: "unitsBlock";
  children: UnitsBlockCstChildren;
}

export type UnitsBlockCstChildren = {
  UnitsWord: IToken[];
  names: NamesCstNode[];
};

export interface MatterBlockCstNode extends CstNode {
  name: "matterBlock";
  children: MatterBlockCstChildren;
}

export type MatterBlockCstChildren = {
  MatterWord: IToken[];
  AnyName: IToken[];
  InWord?: IToken[];
  names?: NamesCstNode[];
  fields: FieldsCstNode[];
};

export interface RecordBlockCstNode extends CstNode {
  name: "recordBlock";
  children: RecordBlockCstChildren;
}

export type RecordBlockCstChildren = {
  RecordWord: IToken[];
  AnyName: IToken[];
  fields: FieldsCstNode[];
};

export interface ParameterBlockCstNode extends CstNode {
  name: "parameterBlock";
  children: ParameterBlockCstChildren;
}

export type ParameterBlockCstChildren = {
  ParameterWord: IToken[];
  AnyName: IToken[];
  Colon: IToken[];
  type: TypeCstNode[];
  Equals?: IToken[];
  list?: ListCstNode[];
  clauses: ClausesCstNode[];
};

export interface ReadingBlockCstNode extends CstNode {
  name: "readingBlock";
  children: ReadingBlockCstChildren;
}

export type ReadingBlockCstChildren = {
  ReadingWord: IToken[];
  AnyName: IToken[];
  separator?: SeparatorCstNode[];
  clause?: ClauseCstNode[];
  readingOption?: ReadingOptionCstNode[];
};

export interface ReadingOptionCstNode extends CstNode {
  name: "readingOption";
  children: ReadingOptionCstChildren;
}

export type ReadingOptionCstChildren = {
  AnyName: IToken[];
  LParen?: IToken[];
  AdoptedWord?: IToken[];
  RParen?: IToken[];
  Quote?: IToken[];
};

export interface DeclaratoryBlockCstNode extends CstNode {
  name: "declaratoryBlock";
  children: DeclaratoryBlockCstChildren;
}

export type DeclaratoryBlockCstChildren = {
  DeclaratoryWord: IToken[];
  AnyName: IToken[];
  clauses: ClausesCstNode[];
};

export interface DefinitionBlockCstNode extends CstNode {
  name: "definitionBlock";
  children: DefinitionBlockCstChildren;
}

export type DefinitionBlockCstChildren = {
  DefinitionWord: IToken[];
  AnyName: IToken[];
  Colon: IToken[];
  type: TypeCstNode[];
  clauses: ClausesCstNode[];
};

export interface TableBlockCstNode extends CstNode {
  name: "tableBlock";
  children: TableBlockCstChildren;
}

export type TableBlockCstChildren = {
  TableWord: IToken[];
  AnyName: IToken[];
  Colon: IToken[];
  type: TypeCstNode[];
  separator?: SeparatorCstNode[];
  clause?: ClauseCstNode[];
  row?: RowCstNode[];
};

export interface NormBlockCstNode extends CstNode {
  name: "normBlock";
  children: NormBlockCstChildren;
}

export type NormBlockCstChildren = {
  NormWord: IToken[];
  AnyName: IToken[];
  clauses: ClausesCstNode[];
};

export interface ExampleBlockCstNode extends CstNode {
  name: "exampleBlock";
  children: ExampleBlockCstChildren;
}

export type ExampleBlockCstChildren = {
  ExampleWord: IToken[];
  AnyName: IToken[];
  OnNormsWord: IToken[];
  names: NamesCstNode[];
  separator?: SeparatorCstNode[];
  subject?: SubjectCstNode[];
  expectation?: ExpectationCstNode[];
  assignment?: AssignmentCstNode[];
};

export interface NamesCstNode extends CstNode {
  name: "names";
  children: NamesCstChildren;
}

export type NamesCstChildren = {
  AnyName: IToken[];
  Comma?: IToken[];
};

export interface FieldsCstNode extends CstNode {
  name: "fields";
  children: FieldsCstChildren;
}

export type FieldsCstChildren = {
  separator?: SeparatorCstNode[];
  clause?: ClauseCstNode[];
  field?: FieldCstNode[];
};

export interface FieldCstNode extends CstNode {
  name: "field";
  children: FieldCstChildren;
}

export type FieldCstChildren = {
  AnyName: IToken[];
  Colon: IToken[];
  type: TypeCstNode[];
  fieldPart?: FieldPartCstNode[];
};

export interface FieldPartCstNode extends CstNode {
  name: "fieldPart";
  children: FieldPartCstChildren;
}

export type FieldPartCstChildren = {
  DefaultWord?: IToken[];
  list?: ListCstNode[];
  AliasWord?: IToken[];
  names?: (NamesCstNode)[];
  ByWord?: IToken[];
  AttestedWord?: IToken[];
  Quote?: IToken[];
};

export interface TypeCstNode extends CstNode {
  name: "type";
  children: TypeCstChildren;
}

export type TypeCstChildren = {
  BooleanWord?: IToken[];
  NumberWord?: IToken[];
  AnyName?: (IToken)[];
  MoneyWord?: IToken[];
  DateWord?: IToken[];
  TimeWord?: IToken[];
  EventWord?: IToken[];
  TextWord?: IToken[];
  DurationWord?: IToken[];
  YearsWord?: IToken[];
  MonthsWord?: IToken[];
  WeeksWord?: IToken[];
  DaysWord?: IToken[];
  WorkdaysWord?: IToken[];
  HoursWord?: IToken[];
  MinutesWord?: IToken[];
  SetWord?: IToken[];
  type?: TypeCstNode[];
  ListWord?: IToken[];
  ReferenceWord?: IToken[];
  Name?: IToken[];
};

export interface RowCstNode extends CstNode {
  name: "row";
  children: RowCstChildren;
}

export type RowCstChildren = {
  Pipe: (IToken)[];
  cell: CellCstNode[];
  DoublePipe: IToken[];
  values: ValuesCstNode[];
  rowCitations?: RowCitationsCstNode[];
};

export interface RowCitationsCstNode extends CstNode {
  name: "rowCitations";
  children: RowCitationsCstChildren;
}

export type RowCitationsCstChildren = {
  citations?: CitationsCstNode[];
  CiteWord?: IToken[];
};

export interface CellCstNode extends CstNode {
  name: "cell";
  children: CellCstChildren;
}

export type CellCstChildren = {
  AnythingWord?: IToken[];
  relation?: RelationCstNode[];
  shifted?: ShiftedCstNode[];
  values?: ValuesCstNode[];
};

export interface SubjectCstNode extends CstNode {
  name: "subject";
  children: SubjectCstChildren;
}

export type SubjectCstChildren = {
  SubjectWord: IToken[];
  AnyName: (IToken)[];
  Colon?: IToken[];
};

export interface AssignmentCstNode extends CstNode {
  name: "assignment";
  children: AssignmentCstChildren;
}

export type AssignmentCstChildren = {
  AnyName: (IToken)[];
  given?: GivenCstNode[];
  IsEmptyWord?: IToken[];
  NotOccurredWord?: IToken[];
  ByWord?: IToken[];
  AttestedWord?: IToken[];
};

export interface GivenCstNode extends CstNode {
  name: "given";
  children: GivenCstChildren;
}

export type GivenCstChildren = {
  IsWord?: IToken[];
  Equals?: IToken[];
  AttestedAsWord?: IToken[];
  givenValue: GivenValueCstNode[];
  Comma?: IToken[];
};

export interface GivenValueCstNode extends CstNode {
  name: "givenValue";
  children: GivenValueCstChildren;
}

export type GivenValueCstChildren = {
  entry?: EntryCstNode[];
  atom?: AtomCstNode[];
};

export interface EntryCstNode extends CstNode {
  name: "entry";
  children: EntryCstChildren;
}

export type EntryCstChildren = {
  LParen: IToken[];
  assignment: AssignmentCstNode[];
  Semicolon?: IToken[];
  RParen: IToken[];
};

export interface ExpectationCstNode extends CstNode {
  name: "expectation";
  children: ExpectationCstChildren;
}

export type ExpectationCstChildren = {
  ExpectWord: IToken[];
  verdict: VerdictCstNode[];
  MissingWord?: IToken[];
  names?: NamesCstNode[];
  DeadlineWord?: IToken[];
  shifted?: ShiftedCstNode[];
};

export interface VerdictCstNode extends CstNode {
  name: "verdict";
  children: VerdictCstChildren;
}

export type VerdictCstChildren = {
  NotApplicableWord?: IToken[];
  ExemptWord?: IToken[];
  CompliantWord?: IToken[];
  ViolatedWord?: IToken[];
  DeviationWord?: IToken[];
  PendingWord?: IToken[];
  ConflictWord?: IToken[];
  UndeterminedWord?: IToken[];
};

export interface ClausesCstNode extends CstNode {
  name: "clauses";
  children: ClausesCstChildren;
}

export type ClausesCstChildren = {
  separator?: SeparatorCstNode[];
  clause?: ClauseCstNode[];
};

export interface ClauseCstNode extends CstNode {
  name: "clause";
  children: ClauseCstChildren;
}

export type ClauseCstChildren = {
  citeClause?: CiteClauseCstNode[];
  textClause?: TextClauseCstNode[];
  appliesToClause?: AppliesToClauseCstNode[];
  bearerClause?: BearerClauseCstNode[];
  conditionClause?: ConditionClauseCstNode[];
  modalClause?: ModalClauseCstNode[];
  onlyClause?: OnlyClauseCstNode[];
  deadlineClause?: DeadlineClauseCstNode[];
  maintainClause?: MaintainClauseCstNode[];
  unlessClause?: UnlessClauseCstNode[];
  exceptionToClause?: ExceptionToClauseCstNode[];
  thereafterClause?: ThereafterClauseCstNode[];
  strengthClause?: StrengthClauseCstNode[];
  dateClause?: DateClauseCstNode[];
  hitPolicyClause?: HitPolicyClauseCstNode[];
  whenClause?: WhenClauseCstNode[];
  otherwiseClause?: OtherwiseClauseCstNode[];
  meaningClause?: MeaningClauseCstNode[];
};

export interface CitationsCstNode extends CstNode {
  name: "citations";
  children: CitationsCstChildren;
}

export type CitationsCstChildren = {
  Citation: IToken[];
  Comma?: IToken[];
};

export interface CiteClauseCstNode extends CstNode {
  name: "citeClause";
  children: CiteClauseCstChildren;
}

export type CiteClauseCstChildren = {
  CiteWord: IToken[];
  citations: CitationsCstNode[];
};

export interface TextClauseCstNode extends CstNode {
  name: "textClause";
  children: TextClauseCstChildren;
}

export type TextClauseCstChildren = {
  GistWord?: IToken[];
  NoteWord?: IToken[];
  QuotationWord?: IToken[];
  ReasonWord?: IToken[];
  TitleWord?: IToken[];
  Quote: IToken[];
};

export interface AppliesToClauseCstNode extends CstNode {
  name: "appliesToClause";
  children: AppliesToClauseCstChildren;
}

export type AppliesToClauseCstChildren = {
  AppliesToWord: IToken[];
  names: NamesCstNode[];
};

export interface BearerClauseCstNode extends CstNode {
  name: "bearerClause";
  children: BearerClauseCstChildren;
}

export type BearerClauseCstChildren = {
  BearerWord: IToken[];
  names: NamesCstNode[];
};

export interface ConditionClauseCstNode extends CstNode {
  name: "conditionClause";
  children: ConditionClauseCstChildren;
}

export type ConditionClauseCstChildren = {
  ConditionWord: IToken[];
  expression: ExpressionCstNode[];
};

export interface ModalClauseCstNode extends CstNode {
  name: "modalClause";
  children: ModalClauseCstChildren;
}

export type ModalClauseCstChildren = {
  ShallWord?: IToken[];
  ShallNotWord?: IToken[];
  MayWord?: IToken[];
  expression: ExpressionCstNode[];
};

export interface OnlyClauseCstNode extends CstNode {
  name: "onlyClause";
  children: OnlyClauseCstChildren;
}

export type OnlyClauseCstChildren = {
  OnlyWord: IToken[];
  values: ValuesCstNode[];
  MayWord: IToken[];
  expression: ExpressionCstNode[];
};

export interface DeadlineClauseCstNode extends CstNode {
  name: "deadlineClause";
  children: DeadlineClauseCstChildren;
}

export type DeadlineClauseCstChildren = {
  DeadlineWord: IToken[];
  shifted: ShiftedCstNode[];
};

export interface MaintainClauseCstNode extends CstNode {
  name: "maintainClause";
  children: MaintainClauseCstChildren;
}

export type MaintainClauseCstChildren = {
  MaintainWord: IToken[];
  FromWord: IToken[];
  shifted: (ShiftedCstNode)[];
  UntilWord?: IToken[];
};

export interface UnlessClauseCstNode extends CstNode {
  name: "unlessClause";
  children: UnlessClauseCstChildren;
}

export type UnlessClauseCstChildren = {
  UnlessWord: IToken[];
  expression: ExpressionCstNode[];
  basis?: BasisCstNode[];
};

export interface BasisCstNode extends CstNode {
  name: "basis";
  children: BasisCstChildren;
}

export type BasisCstChildren = {
  CiteWord: IToken[];
  citations: CitationsCstNode[];
};

export interface ExceptionToClauseCstNode extends CstNode {
  name: "exceptionToClause";
  children: ExceptionToClauseCstChildren;
}

export type ExceptionToClauseCstChildren = {
  ExceptionToWord: IToken[];
  names: NamesCstNode[];
  ViaWord?: IToken[];
  path?: PathCstNode[];
};

export interface ThereafterClauseCstNode extends CstNode {
  name: "thereafterClause";
  children: ThereafterClauseCstChildren;
}

export type ThereafterClauseCstChildren = {
  ThereafterWord: IToken[];
  expression: ExpressionCstNode[];
  DeadlineWord?: IToken[];
  shifted?: ShiftedCstNode[];
  basis?: BasisCstNode[];
};

export interface StrengthClauseCstNode extends CstNode {
  name: "strengthClause";
  children: StrengthClauseCstChildren;
}

export type StrengthClauseCstChildren = {
  StrengthWord: IToken[];
  HardWord?: IToken[];
  SoftWord?: IToken[];
  AspirationalWord?: IToken[];
};

export interface DateClauseCstNode extends CstNode {
  name: "dateClause";
  children: DateClauseCstChildren;
}

export type DateClauseCstChildren = {
  EffectiveWord?: IToken[];
  RepealedWord?: IToken[];
  shifted: ShiftedCstNode[];
};

export interface HitPolicyClauseCstNode extends CstNode {
  name: "hitPolicyClause";
  children: HitPolicyClauseCstChildren;
}

export type HitPolicyClauseCstChildren = {
  HitPolicyWord: IToken[];
  UniqueWord?: IToken[];
  AnythingWord?: IToken[];
  CollectWord?: IToken[];
};

export interface WhenClauseCstNode extends CstNode {
  name: "whenClause";
  children: WhenClauseCstChildren;
}

export type WhenClauseCstChildren = {
  ExceptWord?: IToken[];
  IfWord: IToken[];
  expression: ExpressionCstNode[];
  ThenWord: IToken[];
  values: ValuesCstNode[];
  basis?: BasisCstNode[];
};

export interface OtherwiseClauseCstNode extends CstNode {
  name: "otherwiseClause";
  children: OtherwiseClauseCstChildren;
}

export type OtherwiseClauseCstChildren = {
  OtherwiseWord: IToken[];
  values: ValuesCstNode[];
  basis?: BasisCstNode[];
};

export interface MeaningClauseCstNode extends CstNode {
  name: "meaningClause";
  children: MeaningClauseCstChildren;
}

export type MeaningClauseCstChildren = {
  MeaningWord: IToken[];
  values: ValuesCstNode[];
};

export interface ValuesCstNode extends CstNode {
  name: "values";
  children: ValuesCstChildren;
}

export type ValuesCstChildren = {
  expression: ExpressionCstNode[];
  Comma?: IToken[];
};

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  conjunction: (ConjunctionCstNode)[];
  OrWord?: IToken[];
};

export interface ConjunctionCstNode extends CstNode {
  name: "conjunction";
  children: ConjunctionCstChildren;
}

export type ConjunctionCstChildren = {
  negation: (NegationCstNode)[];
  AndWord?: IToken[];
};

export interface NegationCstNode extends CstNode {
  name: "negation";
  children: NegationCstChildren;
}

export type NegationCstChildren = {
  NotWord?: IToken[];
  comparison: ComparisonCstNode[];
};

export interface ComparisonCstNode extends CstNode {
  name: "comparison";
  children: ComparisonCstChildren;
}

export type ComparisonCstChildren = {
  shifted: (ShiftedCstNode)[];
  relation?: RelationCstNode[];
  setRelation?: SetRelationCstNode[];
  list?: ListCstNode[];
  postfix?: PostfixCstNode[];
  BetweenWord?: IToken[];
  And2Word?: IToken[];
  OnWord?: IToken[];
  InsideWord?: IToken[];
  samePeriod?: SamePeriodCstNode[];
};

export interface RelationCstNode extends CstNode {
  name: "relation";
  children: RelationCstChildren;
}

export type RelationCstChildren = {
  IsWord?: IToken[];
  Equals?: IToken[];
  IsNotWord?: IToken[];
  Ne?: IToken[];
  ExceedsWord?: IToken[];
  LaterThanWord?: IToken[];
  Gt?: IToken[];
  LessThanWord?: IToken[];
  EarlierThanWord?: IToken[];
  Lt?: IToken[];
  NotExceedingWord?: IToken[];
  AtMostWord?: IToken[];
  NoLaterThanWord?: IToken[];
  Le?: IToken[];
  NotLessThanWord?: IToken[];
  AtLeastWord?: IToken[];
  NoEarlierThanWord?: IToken[];
  Ge?: IToken[];
};

export interface SetRelationCstNode extends CstNode {
  name: "setRelation";
  children: SetRelationCstChildren;
}

export type SetRelationCstChildren = {
  InWord?: IToken[];
  NotInWord?: IToken[];
  SubsetWord?: IToken[];
  SupersetWord?: IToken[];
  DisjointWord?: IToken[];
  OverlapsWord?: IToken[];
};

export interface PostfixCstNode extends CstNode {
  name: "postfix";
  children: PostfixCstChildren;
}

export type PostfixCstChildren = {
  IsEmptyWord?: IToken[];
  IsNotEmptyWord?: IToken[];
  OccurredWord?: IToken[];
  NotOccurredWord?: IToken[];
};

export interface SamePeriodCstNode extends CstNode {
  name: "samePeriod";
  children: SamePeriodCstChildren;
}

export type SamePeriodCstChildren = {
  SameYearWord?: IToken[];
  SameQuarterWord?: IToken[];
  SameMonthWord?: IToken[];
};

export interface ListCstNode extends CstNode {
  name: "list";
  children: ListCstChildren;
}

export type ListCstChildren = {
  shifted: ShiftedCstNode[];
  Comma?: IToken[];
};

export interface ShiftedCstNode extends CstNode {
  name: "shifted";
  children: ShiftedCstChildren;
}

export type ShiftedCstChildren = {
  sum: (SumCstNode)[];
  AfterWord?: IToken[];
  BeforeWord?: IToken[];
};

export interface SumCstNode extends CstNode {
  name: "sum";
  children: SumCstChildren;
}

export type SumCstChildren = {
  product: (ProductCstNode)[];
  Plus?: IToken[];
  Minus?: IToken[];
};

export interface ProductCstNode extends CstNode {
  name: "product";
  children: ProductCstChildren;
}

export type ProductCstChildren = {
  primary: (PrimaryCstNode)[];
  Times?: IToken[];
  Divide?: IToken[];
};

export interface PrimaryCstNode extends CstNode {
  name: "primary";
  children: PrimaryCstChildren;
}

export type PrimaryCstChildren = {
  LParen?: IToken[];
  expression?: ExpressionCstNode[];
  RParen?: IToken[];
  sequence?: SequenceCstNode[];
  aggregate?: AggregateCstNode[];
  atom?: AtomCstNode[];
};

export interface SequenceCstNode extends CstNode {
  name: "sequence";
  children: SequenceCstChildren;
}

export type SequenceCstChildren = {
  OrderedWord?: IToken[];
  StrictlyOrderedWord?: IToken[];
  LParen: IToken[];
  list: ListCstNode[];
  RParen: IToken[];
};

export interface AggregateCstNode extends CstNode {
  name: "aggregate";
  children: AggregateCstChildren;
}

export type AggregateCstChildren = {
  CountWord?: IToken[];
  AnyWord?: IToken[];
  AllWord?: IToken[];
  SumWord?: IToken[];
  EarliestWord?: IToken[];
  LatestWord?: IToken[];
  MaxWord?: IToken[];
  MinWord?: IToken[];
  LParen: IToken[];
  path: PathCstNode[];
  WhereWord?: IToken[];
  expression?: ExpressionCstNode[];
  RParen: IToken[];
};

export interface AtomCstNode extends CstNode {
  name: "atom";
  children: AtomCstChildren;
}

export type AtomCstChildren = {
  number?: NumberCstNode[];
  Date?: IToken[];
  Time?: IToken[];
  Quote?: IToken[];
  YesWord?: IToken[];
  NoWord?: IToken[];
  EmptyWord?: IToken[];
  NotOccurredWord?: IToken[];
  braces?: BracesCstNode[];
  path?: PathCstNode[];
};

export interface NumberCstNode extends CstNode {
  name: "number";
  children: NumberCstChildren;
}

export type NumberCstChildren = {
  Minus?: IToken[];
  Number: IToken[];
  AnyName?: IToken[];
};

export interface BracesCstNode extends CstNode {
  name: "braces";
  children: BracesCstChildren;
}

export type BracesCstChildren = {
  LBrace: IToken[];
  list?: ListCstNode[];
  RBrace: IToken[];
};

export interface PathCstNode extends CstNode {
  name: "path";
  children: PathCstChildren;
}

export type PathCstChildren = {
  AnyName: (IToken)[];
  OfWord?: IToken[];
  Dot?: IToken[];
};

export interface ICstNodeVisitor<IN, OUT> extends ICstVisitor<IN, OUT> {
  file(children: FileCstChildren, param?: IN): OUT;
  separator(children: SeparatorCstChildren, param?: IN): OUT;
  block(children: BlockCstChildren, param?: IN): OUT;
  bookBlock(children: BookBlockCstChildren, param?: IN): OUT;
  chapterBlock(children: ChapterBlockCstChildren, param?: IN): OUT;
  enumBlock(children: EnumBlockCstChildren, param?: IN): OUT;
  member(children: MemberCstChildren, param?: IN): OUT;
  groupBlock(children: GroupBlockCstChildren, param?: IN): OUT;
  aliasBlock(children: AliasBlockCstChildren, param?: IN): OUT;
  unitsBlock(children: UnitsBlockCstChildren, param?: IN): OUT;
  matterBlock(children: MatterBlockCstChildren, param?: IN): OUT;
  recordBlock(children: RecordBlockCstChildren, param?: IN): OUT;
  parameterBlock(children: ParameterBlockCstChildren, param?: IN): OUT;
  readingBlock(children: ReadingBlockCstChildren, param?: IN): OUT;
  readingOption(children: ReadingOptionCstChildren, param?: IN): OUT;
  declaratoryBlock(children: DeclaratoryBlockCstChildren, param?: IN): OUT;
  definitionBlock(children: DefinitionBlockCstChildren, param?: IN): OUT;
  tableBlock(children: TableBlockCstChildren, param?: IN): OUT;
  normBlock(children: NormBlockCstChildren, param?: IN): OUT;
  exampleBlock(children: ExampleBlockCstChildren, param?: IN): OUT;
  names(children: NamesCstChildren, param?: IN): OUT;
  fields(children: FieldsCstChildren, param?: IN): OUT;
  field(children: FieldCstChildren, param?: IN): OUT;
  fieldPart(children: FieldPartCstChildren, param?: IN): OUT;
  type(children: TypeCstChildren, param?: IN): OUT;
  row(children: RowCstChildren, param?: IN): OUT;
  rowCitations(children: RowCitationsCstChildren, param?: IN): OUT;
  cell(children: CellCstChildren, param?: IN): OUT;
  subject(children: SubjectCstChildren, param?: IN): OUT;
  assignment(children: AssignmentCstChildren, param?: IN): OUT;
  given(children: GivenCstChildren, param?: IN): OUT;
  givenValue(children: GivenValueCstChildren, param?: IN): OUT;
  entry(children: EntryCstChildren, param?: IN): OUT;
  expectation(children: ExpectationCstChildren, param?: IN): OUT;
  verdict(children: VerdictCstChildren, param?: IN): OUT;
  clauses(children: ClausesCstChildren, param?: IN): OUT;
  clause(children: ClauseCstChildren, param?: IN): OUT;
  citations(children: CitationsCstChildren, param?: IN): OUT;
  citeClause(children: CiteClauseCstChildren, param?: IN): OUT;
  textClause(children: TextClauseCstChildren, param?: IN): OUT;
  appliesToClause(children: AppliesToClauseCstChildren, param?: IN): OUT;
  bearerClause(children: BearerClauseCstChildren, param?: IN): OUT;
  conditionClause(children: ConditionClauseCstChildren, param?: IN): OUT;
  modalClause(children: ModalClauseCstChildren, param?: IN): OUT;
  onlyClause(children: OnlyClauseCstChildren, param?: IN): OUT;
  deadlineClause(children: DeadlineClauseCstChildren, param?: IN): OUT;
  maintainClause(children: MaintainClauseCstChildren, param?: IN): OUT;
  unlessClause(children: UnlessClauseCstChildren, param?: IN): OUT;
  basis(children: BasisCstChildren, param?: IN): OUT;
  exceptionToClause(children: ExceptionToClauseCstChildren, param?: IN): OUT;
  thereafterClause(children: ThereafterClauseCstChildren, param?: IN): OUT;
  strengthClause(children: StrengthClauseCstChildren, param?: IN): OUT;
  dateClause(children: DateClauseCstChildren, param?: IN): OUT;
  hitPolicyClause(children: HitPolicyClauseCstChildren, param?: IN): OUT;
  whenClause(children: WhenClauseCstChildren, param?: IN): OUT;
  otherwiseClause(children: OtherwiseClauseCstChildren, param?: IN): OUT;
  meaningClause(children: MeaningClauseCstChildren, param?: IN): OUT;
  values(children: ValuesCstChildren, param?: IN): OUT;
  expression(children: ExpressionCstChildren, param?: IN): OUT;
  conjunction(children: ConjunctionCstChildren, param?: IN): OUT;
  negation(children: NegationCstChildren, param?: IN): OUT;
  comparison(children: ComparisonCstChildren, param?: IN): OUT;
  relation(children: RelationCstChildren, param?: IN): OUT;
  setRelation(children: SetRelationCstChildren, param?: IN): OUT;
  postfix(children: PostfixCstChildren, param?: IN): OUT;
  samePeriod(children: SamePeriodCstChildren, param?: IN): OUT;
  list(children: ListCstChildren, param?: IN): OUT;
  shifted(children: ShiftedCstChildren, param?: IN): OUT;
  sum(children: SumCstChildren, param?: IN): OUT;
  product(children: ProductCstChildren, param?: IN): OUT;
  primary(children: PrimaryCstChildren, param?: IN): OUT;
  sequence(children: SequenceCstChildren, param?: IN): OUT;
  aggregate(children: AggregateCstChildren, param?: IN): OUT;
  atom(children: AtomCstChildren, param?: IN): OUT;
  number(children: NumberCstChildren, param?: IN): OUT;
  braces(children: BracesCstChildren, param?: IN): OUT;
  path(children: PathCstChildren, param?: IN): OUT;
}
