/** Queries (manual: SELECT, VALUES, TABLE; "Table Expressions"). */
parser grammar PostgresQueries;

/** A query without parentheses around it, or within some (gram.y: select_no_parens, SelectStmt). */
selectStmt
  : withClause? queryBody
  ;

selectWithParens
  : LPS selectStmt RP
  ;

/** A query behind its WITH clause. */
queryBody
  : queryExpression sortClause? (selectLimit lockingClause? | lockingClause selectLimit?)?
  ;

queryExpression
  : queryPrimary                                                                     # queryOperand
  | left=queryExpression op=INTERSECT quantifier=(ALL | DISTINCT)? right=queryExpression # setOperation
  | left=queryExpression op=(UNION | EXCEPT) quantifier=(ALL | DISTINCT)? right=queryExpression # setOperation
  ;

queryPrimary
  : SELECT
    ( ALL? targetList?
    | distinctClause targetList
    )
    intoClause? fromClause? whereClause? groupClause? havingClause? windowClause?    # simpleSelect
  | valuesClause                                                                     # valuesQuery
  | TABLE relation                                                                   # tableQuery
  | selectWithParens                                                                 # parenthesizedQuery
  ;

distinctClause
  : DISTINCT (ON LP expressions+=expr (COMMA expressions+=expr)* RP)?
  ;

targetList
  : targets+=target (COMMA targets+=target)*
  ;

target
  : STAR                                                                             # starTarget
  | expr (AS label=colLabel | bareLabel=bareColLabel)?                               # exprTarget
  ;

intoClause
  : INTO
    ( scope=(LOCAL | GLOBAL)? persistence=(TEMPORARY | TEMP) TABLE? anyName
    | persistence=UNLOGGED TABLE? anyName
    | TABLE? anyName
    )
  ;

fromClause
  : FROM tables+=tableRef (COMMA tables+=tableRef)*
  ;

whereClause
  : WHERE condition=expr
  ;

groupClause
  : GROUP BY quantifier=(ALL | DISTINCT)? items+=groupItem (COMMA items+=groupItem)*
  ;

groupItem
  : expr                                                                             # exprGroup
  | LP RP                                                                            # emptyGroup
  | (CUBE | CUBE_LA) LP expressions+=expr (COMMA expressions+=expr)* RP              # cubeGroup
  | (ROLLUP | ROLLUP_LA) LP expressions+=expr (COMMA expressions+=expr)* RP          # rollupGroup
  | GROUPING SETS LP items+=groupItem (COMMA items+=groupItem)* RP                   # groupingSets
  ;

havingClause
  : HAVING condition=expr
  ;

windowClause
  : WINDOW windows+=windowDefinition (COMMA windows+=windowDefinition)*
  ;

windowDefinition
  : name=colId AS windowSpecification
  ;

windowSpecification
  : LP base=colIdButFrame? (PARTITION BY partition+=expr (COMMA partition+=expr)*)? sortClause? frameClause? RP
  ;

frameClause
  : unit=(RANGE | ROWS | GROUPS) (start_=frameBound | BETWEEN start_=frameBound AND end=frameBound) frameExclusion?
  ;

frameBound
  : UNBOUNDED_LA direction=(PRECEDING | FOLLOWING)                                   # unboundedFrame
  | CURRENT ROW                                                                      # currentRowFrame
  | offset=expr direction=(PRECEDING | FOLLOWING)                                    # offsetFrame
  ;

frameExclusion
  : EXCLUDE (CURRENT ROW | GROUP | TIES | NO OTHERS)
  ;

sortClause
  : ORDER BY items+=sortItem (COMMA items+=sortItem)*
  ;

sortItem
  : expr (direction=(ASC | DESC) | USING sortOperator)? (NULLS_LA nulls=(FIRST | LAST))?
  ;

sortOperator
  : allOperator
  | OPERATOR LP anyOperator RP
  ;

selectLimit
  : limitClause offsetClause?
  | offsetClause limitClause?
  ;

limitClause
  : LIMIT (ALL | count=expr) (COMMA offsetOfOtherDialects=expr)?                     # limit
  | FETCH (FIRST | NEXT) count=fetchCount? (ROW | ROWS) (ONLY | WITH ties=TIES)      # fetchFirst
  ;

fetchCount
  : primary
  | sign=(PLUS | MINUS) number=(ICONST | FCONST)
  ;

offsetClause
  : OFFSET offset=expr (ROW | ROWS)?
  ;

lockingClause
  : FOR READ ONLY                                                                    # readOnlyLocking
  | items+=lockingItem+                                                              # rowLocking
  ;

lockingItem
  : FOR strength=lockStrength (OF names+=anyName (COMMA names+=anyName)*)? (NOWAIT | SKIP LOCKED)?
  ;

lockStrength
  : UPDATE | NO KEY UPDATE | SHARE | KEY SHARE
  ;

valuesClause
  : VALUES rows+=valuesRow (COMMA rows+=valuesRow)*
  ;

valuesRow
  : LP expressions+=expr (COMMA expressions+=expr)* RP
  ;

// WITH

withClause
  : (WITH | WITH_LA) recursive=RECURSIVE? tables+=commonTableExpression (COMMA tables+=commonTableExpression)*
  ;

commonTableExpression
  : name=colId (LP columns=nameList RP)? AS (NOT? MATERIALIZED)? (LP | LPS) dataStatement RP searchClause? cycleClause?
  ;

searchClause
  : SEARCH order=(DEPTH | BREADTH) FIRST BY columns=nameList SET sequence=colId
  ;

cycleClause
  : CYCLE columns=nameList SET mark=colId (TO markValue=constantExpr DEFAULT markDefault=constantExpr)? USING path=colId
  ;

/** A literal, of whatever type (gram.y: AexprConst). */
constantExpr
  : constant
  | builtinTypeLiteral
  | head=typeFunctionName (DOT attributes+=colLabel)* (callArguments)? literal=SCONST
  ;

/** What WITH, PREPARE, EXPLAIN and COPY take: a query or a data-modifying statement (gram.y: PreparableStmt). */
dataStatement
  : withClause?
    ( queryBody
    | insertStmt
    | updateStmt
    | deleteStmt
    | mergeStmt
    )
  ;

// FROM

/** A table or a chain of joins; the joins bind from left to right. */
tableRef
  : first=tablePrimary joins+=join*
  ;

join
  : CROSS JOIN right=tablePrimary                                                    # crossJoin
  | NATURAL joinType? JOIN right=tablePrimary                                        # naturalJoin
  | joinType? JOIN joined=tableRef
    (ON condition=expr | USING LP columns=nameList RP (AS alias_=colId)?)             # qualifiedJoin
  ;

joinType
  : type=(FULL | LEFT | RIGHT) OUTER?
  | type=INNER
  ;

tablePrimary
  : namedTable                                                                       # namedTablePrimary
  | LATERAL functionName functionTable                                               # lateralFunction
  | ONLY (anyName | LP anyName RP) alias? tableSample?                               # onlyTable
  | lateral=LATERAL? commonTableFunction ordinality? functionAlias?                  # commonFunctionTable
  | lateral=LATERAL? ROWS FROM LP functions+=rowsFromItem (COMMA functions+=rowsFromItem)* RP
    ordinality? functionAlias?                                                       # rowsFromTable
  | lateral=LATERAL? xmlTable alias?                                                 # xmlTableTable
  | lateral=LATERAL? jsonTable alias?                                                # jsonTableTable
  | lateral=LATERAL? query=selectWithParens alias?                                   # subqueryTable
  | LP inner=tableRef RP alias?                                                      # joinedTable
  ;

/** A table or a function, whose names begin alike; what follows the name tells. The first token is the name's first part. */
namedTable
  : head=unreservedName (DOT attributes+=colLabel)* (functionTable | relationTable)
  | columnKeyword=columnNameKeyword ((DOT attributes+=colLabel)+ (functionTable | relationTable) | relationTable)
  | functionKeyword=typeFunctionKeyword functionTable
  ;

/** What follows a function's name in FROM. */
functionTable
  : callArguments ordinality? functionAlias?
  ;

/** What follows a table's name in FROM. */
relationTable
  : star=STAR? alias? tableSample?
  ;

commonTableFunction
  : commonFunction
  | jsonAggregate
  ;

rowsFromItem
  : (functionName callArguments | commonTableFunction) (AS LP columns+=aliasColumn (COMMA columns+=aliasColumn)* RP)?
  ;

ordinality
  : WITH_LA ORDINALITY
  ;

alias
  : AS? name=colId (LP columns=nameList RP)?
  ;

functionAlias
  : AS? name=colId (LP columns+=aliasColumn (COMMA columns+=aliasColumn)* RP)?
  | AS LP columns+=aliasColumn (COMMA columns+=aliasColumn)* RP
  ;

/** Name of a column of a function in FROM; all of an alias have a type or none has (SyntaxRules). */
aliasColumn
  : name=colId (typeName (COLLATE collation=anyName)?)?
  ;

tableSample
  : TABLESAMPLE method=functionName LP expressions+=expr (COMMA expressions+=expr)* RP (REPEATABLE LP seed=expr RP)?
  ;

/** A table in a statement that names one, with or without its children (gram.y: relation_expr). */
relation
  : anyName STAR?
  | only=ONLY (anyName | LP anyName RP)
  ;

xmlTable
  : XMLTABLE LP
    (XMLNAMESPACES LP namespaces+=xmlNamespace (COMMA namespaces+=xmlNamespace)* RP COMMA)?
    rowExpression=primary xmlPassing COLUMNS columns+=xmlTableColumn (COMMA columns+=xmlTableColumn)* RP
  ;

xmlNamespace
  : uri=bexpr AS name=colLabel
  | DEFAULT uri=bexpr
  ;

xmlTableColumn
  : name=colId (FOR ORDINALITY | typeName options+=xmlTableColumnOption*)
  ;

xmlTableColumnOption
  : DEFAULT bexpr
  | NOT? NULL
  | PATH bexpr
  | IDENT bexpr
  ;

jsonTable
  : JSON_TABLE LP jsonValue COMMA path=bexpr (AS name=colId)? jsonPassing?
    COLUMNS LP columns+=jsonTableColumn (COMMA columns+=jsonTableColumn)* RP jsonOnError? RP
  ;

jsonTableColumn
  : name=colId FOR ORDINALITY                                                        # jsonOrdinalityColumn
  | name=colId typeName
    ( EXISTS (PATH path=SCONST)? jsonOnError?
    | jsonFormat? (PATH path=SCONST)? jsonWrapper? jsonQuotes? jsonBehaviors?
    )                                                                                # jsonValueColumn
  | NESTED PATH? path=SCONST (AS pathName=colId)?
    COLUMNS LP columns+=jsonTableColumn (COMMA columns+=jsonTableColumn)* RP         # jsonNestedColumns
  ;
