/**
 * Value expressions (manual: "Value Expressions", "Functions and Operators", "XML Functions", "JSON Functions").
 *
 * The order of the alternatives of expr is PostgreSQL's operator precedence, tightest first. What a table of precedences
 * can say and a grammar of this shape can't (non-associative operators, where ANY and ESCAPE may stand) is checked after
 * the parse by SyntaxRules.
 */
parser grammar PostgresExpressions;

/** Any value (gram.y: a_expr). */
expr
  : primary                                                                          # primaryExpr
  | left=expr OVERLAPS right=expr                                                    # overlapsExpr
  | operand=expr TYPECAST typeName                                                   # castExpr
  | op=(PLUS | MINUS) operand=expr                                                   # signExpr
  | operand=expr COLLATE anyName                                                     # collateExpr
  | operand=expr AT TIME ZONE zone=expr                                              # atTimeZoneExpr
  | operand=expr AT LOCAL                                                            # atLocalExpr
  | left=expr op=CARET right=expr                                                    # arithmeticExpr
  | left=expr op=(STAR | SLASH | PERCENT) right=expr                                 # arithmeticExpr
  | left=expr op=(PLUS | MINUS) right=expr                                           # arithmeticExpr
  | op=qualifiedOperator operand=expr                                                # prefixOperatorExpr
  | left=expr op=qualifiedOperator right=expr                                        # operatorExpr
  | operand=expr ESCAPE character=expr                                               # escapeExpr
  | operand=expr negation=NOT_LA? BETWEEN symmetry=(SYMMETRIC | ASYMMETRIC)? lower=bexpr AND upper=expr # betweenExpr
  | left=expr negation=NOT_LA? (op=(LIKE | ILIKE) | op=SIMILAR TO) pattern=expr      # likeExpr
  | operand=expr negation=NOT_LA? IN members=inMembers                               # inExpr
  | left=expr op=(LT | GT | EQ | LE | GE | NE) right=expr                            # comparisonExpr
  | left=expr IS negation=NOT? DISTINCT FROM right=expr                              # distinctFromExpr
  | operand=expr IS negation=NOT? test=isTest                                        # isExpr
  | operand=expr ISNULL                                                              # isNullExpr
  | operand=expr NOTNULL                                                             # notNullExpr
  | (NOT | NOT_LA) operand=expr                                                            # notExpr
  | left=expr AND right=expr                                                         # andExpr
  | left=expr OR right=expr                                                          # orExpr
  | DEFAULT                                                                          # defaultExpr
  ;

/** An expression without the boolean operators, BETWEEN, IN and LIKE (gram.y: b_expr). */
bexpr
  : primary                                                                          # primaryBexpr
  | operand=bexpr TYPECAST typeName                                                  # castBexpr
  | op=(PLUS | MINUS) operand=bexpr                                                  # signBexpr
  | left=bexpr op=CARET right=bexpr                                                  # arithmeticBexpr
  | left=bexpr op=(STAR | SLASH | PERCENT) right=bexpr                               # arithmeticBexpr
  | left=bexpr op=(PLUS | MINUS) right=bexpr                                         # arithmeticBexpr
  | op=qualifiedOperator operand=bexpr                                               # prefixOperatorBexpr
  | left=bexpr op=qualifiedOperator right=bexpr                                      # operatorBexpr
  | left=bexpr op=(LT | GT | EQ | LE | GE | NE) right=bexpr                          # comparisonBexpr
  | left=bexpr IS negation=NOT? DISTINCT FROM right=bexpr                            # distinctFromBexpr
  | operand=bexpr IS negation=NOT? DOCUMENT                                          # isDocumentBexpr
  ;

/** An operand of an operator (gram.y: c_expr). */
primary
  : constant                                                                         # constantPrimary
  | nameExpr                                                                         # namePrimary
  | builtinTypeLiteral                                                               # typeLiteralPrimary
  | commonFunction                                                                   # commonFunctionPrimary
  | jsonAggregate filterClause? overClause?                                          # jsonAggregatePrimary
  | PARAM indirection*                                                               # parameterPrimary
  | LP expressions+=expr (COMMA expressions+=expr)* RP indirection*                  # parenthesesPrimary
  | query=selectWithParens indirection*                                              # subqueryPrimary
  | EXISTS query=selectWithParens                                                    # existsPrimary
  | UNIQUE (NULLS NOT? DISTINCT)? query=selectWithParens                             # uniquePrimary
  | ARRAY query=selectWithParens                                                     # arrayQueryPrimary
  | ARRAY arrayElements                                                              # arrayPrimary
  | ROW LP (expressions+=expr (COMMA expressions+=expr)*)? RP                        # rowPrimary
  | GROUPING LP expressions+=expr (COMMA expressions+=expr)* RP                      # groupingPrimary
  | CASE operand=expr? whenClause+ (ELSE elseResult=expr)? END                       # casePrimary
  | quantifier=(ANY | SOME | ALL) (query=selectWithParens | LP array=expr RP)        # quantifiedPrimary
  ;

constant
  : value=(ICONST | FCONST | SCONST | BCONST | XCONST | TRUE | FALSE | NULL)
  ;

whenClause
  : WHEN condition=expr THEN result=expr
  ;

arrayElements
  : LB (expressions+=expr (COMMA expressions+=expr)* | rows+=arrayElements (COMMA rows+=arrayElements)*)? RB
  ;

inMembers
  : query=selectWithParens                                                           # inQuery
  | LP expressions+=expr (COMMA expressions+=expr)* RP                               # inList
  ;

isTest
  : NULL                                                                             # isNullTest
  | TRUE                                                                             # isTrueTest
  | FALSE                                                                            # isFalseTest
  | UNKNOWN                                                                          # isUnknownTest
  | DOCUMENT                                                                         # isDocumentTest
  | normalForm? NORMALIZED                                                           # isNormalizedTest
  | (JSON | JSON_LA kind=(VALUE | ARRAY | OBJECT | SCALAR)) jsonKeyUniqueness?       # isJsonTest
  ;

normalForm
  : form=(NFC | NFD | NFKC | NFKD)
  ;

/**
 * A column, a function call or a literal of a named type, which begin alike. The first token is the first part of the name.
 * A keyword that may name a column, not a function, needs a qualifier to be called; one that may name a function, not a
 * column, needs the call.
 */
nameExpr
  : head=unreservedName suffixes+=indirection* (call=functionCall | literal=SCONST)?
  | columnKeyword=columnNameKeyword (suffixes+=indirection+ (call=functionCall | literal=SCONST)?)?
  | functionKeyword=typeFunctionKeyword (call=functionCall | literal=SCONST)
  ;

/** What follows a function's name; a string after the arguments makes it a type's modifiers before a literal. */
functionCall
  : callArguments (literal=SCONST | withinGroupClause? filterClause? overClause?)
  ;

callArguments
  : LP
    ( star=STAR
    | quantifier=(ALL | DISTINCT) arguments+=argument (COMMA arguments+=argument)* sortClause?
    | VARIADIC variadic=argument sortClause?
    | arguments+=argument (COMMA arguments+=argument)* (COMMA VARIADIC variadic=argument)? sortClause?
    )? RP
  ;

argument
  : argumentName=typeFunctionName (COLON_EQUALS | EQUALS_GREATER) value=expr
  | value=expr
  ;

withinGroupClause
  : WITHIN GROUP LP sortClause RP
  ;

filterClause
  : FILTER LP WHERE condition=expr RP
  ;

overClause
  : OVER (windowName=colId | windowSpecification)
  ;

indirection
  : DOT attribute=colLabel                                                           # attributeIndirection
  | DOT STAR                                                                         # starIndirection
  | LB (lower=expr (colon=COLON upper=expr?)? | colon=COLON upper=expr?) RB          # subscriptIndirection
  ;

/** Operators that have no precedence of their own, plain or in OPERATOR(). */
qualifiedOperator
  : OP
  | OPERATOR LP anyOperator RP
  ;

anyOperator
  : (schema+=colId DOT)* op=allOperator
  ;

allOperator
  : OP | PLUS | MINUS | STAR | SLASH | PERCENT | CARET | LT | GT | EQ | LE | GE | NE
  ;

/** Functions whose arguments have a syntax of their own, and functions called without parentheses. */
commonFunction
  : COLLATION FOR LP expr RP                                                         # collationForFunction
  | name=(CURRENT_DATE | CURRENT_ROLE | CURRENT_USER | SESSION_USER | SYSTEM_USER | USER | CURRENT_CATALOG | CURRENT_SCHEMA) # valueFunction
  | name=(CURRENT_TIME | CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP) (LP precision=ICONST RP)? # timeValueFunction
  | CAST LP expr AS typeName RP                                                      # castFunction
  | EXTRACT LP field=extractField FROM expr RP                                       # extractFunction
  | NORMALIZE LP expr (COMMA normalForm)? RP                                         # normalizeFunction
  | OVERLAY LP
    (arguments+=argument
      (PLACING replacement=expr FROM start_=expr (FOR length=expr)? | (COMMA arguments+=argument)*))? RP # overlayFunction
  | POSITION LP substring=bexpr IN string=bexpr RP                                   # positionFunction
  | SUBSTRING LP
    (arguments+=argument
      ( FROM from=expr (FOR length=expr)?
      | FOR length=expr (FROM from=expr)?
      | SIMILAR pattern=expr
      | (COMMA arguments+=argument)*))? RP                                           # substringFunction
  | TREAT LP expr AS typeName RP                                                     # treatFunction
  | TRIM LP side=(BOTH | LEADING | TRAILING)?
    (fromOnly=FROM expressions+=expr (COMMA expressions+=expr)*
    | expressions+=expr (FROM from+=expr (COMMA from+=expr)* | (COMMA expressions+=expr)*)) RP # trimFunction
  | NULLIF LP left=expr COMMA right=expr RP                                          # nullifFunction
  | name=(COALESCE | GREATEST | LEAST | XMLCONCAT) LP expressions+=expr (COMMA expressions+=expr)* RP # listFunction
  | MERGE_ACTION LP RP                                                               # mergeActionFunction
  | XMLELEMENT LP NAME name_=colLabel (COMMA xmlAttributes)? (COMMA expressions+=expr)* RP # xmlElementFunction
  | XMLEXISTS LP primary xmlPassing RP                                               # xmlExistsFunction
  | XMLFOREST LP attributes+=xmlAttribute (COMMA attributes+=xmlAttribute)* RP       # xmlForestFunction
  | XMLPARSE LP kind=(DOCUMENT | CONTENT) expr ((PRESERVE | STRIP) WHITESPACE)? RP   # xmlParseFunction
  | XMLPI LP NAME name_=colLabel (COMMA expr)? RP                                    # xmlPiFunction
  | XMLROOT LP expr COMMA VERSION (version=expr | NO VALUE)
    (COMMA STANDALONE (YES | NO VALUE?))? RP                                         # xmlRootFunction
  | XMLSERIALIZE LP kind=(DOCUMENT | CONTENT) expr AS simpleTypeName (NO? INDENT)? RP # xmlSerializeFunction
  | JSON_OBJECT LP
    (members+=jsonObjectMember (COMMA members+=jsonObjectMember)* jsonNullClause? jsonKeyUniqueness?)?
    jsonReturning? RP                                                                # jsonObjectFunction
  | JSON_ARRAY LP
    (values+=jsonValue (COMMA values+=jsonValue)* jsonNullClause?)? jsonReturning? RP # jsonArrayFunction
  | JSON_ARRAY LPS selectStmt jsonFormat? jsonReturning? RP                          # jsonArrayQueryFunction
  | JSON LP jsonValue jsonKeyUniqueness? RP                                          # jsonFunction
  | JSON_SCALAR LP expr RP                                                           # jsonScalarFunction
  | JSON_SERIALIZE LP jsonValue jsonReturning? RP                                    # jsonSerializeFunction
  | JSON_QUERY LP jsonValue COMMA path=expr jsonPassing? jsonReturning? jsonWrapper? jsonQuotes? jsonBehaviors? RP # jsonQueryFunction
  | JSON_EXISTS LP jsonValue COMMA path=expr jsonPassing? jsonOnError? RP            # jsonExistsFunction
  | JSON_VALUE LP jsonValue COMMA path=expr jsonPassing? jsonReturning? jsonBehaviors? RP # jsonValueFunction
  ;

extractField
  : IDENT | YEAR | MONTH | DAY | HOUR | MINUTE | SECOND | SCONST
  ;

// XML

xmlAttributes
  : XMLATTRIBUTES LP attributes+=xmlAttribute (COMMA attributes+=xmlAttribute)* RP
  ;

xmlAttribute
  : value=expr (AS label=colLabel)?
  ;

xmlPassing
  : PASSING (BY (REF | VALUE))? primary (BY (REF | VALUE))?
  ;

// SQL/JSON

jsonAggregate
  : JSON_OBJECTAGG LP member=jsonObjectMember jsonNullClause? jsonKeyUniqueness? jsonReturning? RP # jsonObjectAggregate
  | JSON_ARRAYAGG LP jsonValue sortClause? jsonNullClause? jsonReturning? RP         # jsonArrayAggregate
  ;

/** A key with its value, or a plain argument of the function json_object(text[]). */
jsonObjectMember
  : key=argument (separator=(VALUE | COLON) value=jsonValue)?
  ;

jsonValue
  : value=expr jsonFormat?
  ;

jsonFormat
  : FORMAT_LA JSON (ENCODING encoding=colId)?
  ;

jsonReturning
  : RETURNING typeName jsonFormat?
  ;

jsonNullClause
  : treatment=(NULL | ABSENT) ON NULL
  ;

jsonKeyUniqueness
  : treatment=(WITH | WITHOUT) (UNIQUE | UNIQUE_LA KEYS)
  ;

jsonPassing
  : PASSING arguments+=jsonArgument (COMMA arguments+=jsonArgument)*
  ;

jsonArgument
  : jsonValue AS label=colLabel
  ;

jsonWrapper
  : WITHOUT ARRAY? WRAPPER
  | WITH condition=(CONDITIONAL | UNCONDITIONAL)? ARRAY? WRAPPER
  ;

jsonQuotes
  : (KEEP | OMIT) QUOTES (ON SCALAR STRING)?
  ;

jsonBehaviors
  : first=jsonBehavior ON (EMPTY (second=jsonBehavior ON ERROR)? | onError=ERROR)
  ;

jsonOnError
  : jsonBehavior ON ERROR
  ;

jsonBehavior
  : DEFAULT expr
  | ERROR | NULL | TRUE | FALSE | UNKNOWN
  | EMPTY (ARRAY | OBJECT)?
  ;
