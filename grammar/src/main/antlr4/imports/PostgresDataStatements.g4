/** Statements that change rows (manual: INSERT, UPDATE, DELETE, MERGE); their WITH clause stands in dataStatement. */
parser grammar PostgresDataStatements;

insertStmt
  : INSERT INTO anyName (AS alias_=colId)?
    ( (LP columns+=insertColumn (COMMA columns+=insertColumn)* RP)? (OVERRIDING overriding=(USER | SYSTEM) VALUE)? query=selectStmt
    | DEFAULT VALUES
    )
    conflictClause? returningClause?
  ;

insertColumn
  : name=colId indirection*
  ;

conflictClause
  : ON CONFLICT
    ( LP elements+=indexElement (COMMA elements+=indexElement)* RP targetCondition=whereClause?
    | ON CONSTRAINT constraint=colId
    )?
    DO (NOTHING | UPDATE SET assignments+=assignment (COMMA assignments+=assignment)* whereClause?)
  ;

returningClause
  : RETURNING targetList
  ;

updateStmt
  : UPDATE target_=targetTable SET assignments+=assignment (COMMA assignments+=assignment)* fromClause?
    modifyCondition? returningClause?
  ;

/** Target of UPDATE, DELETE or MERGE (gram.y: relation_expr_opt_alias). */
targetTable
  : relation (AS alias_=colId | bareAlias=colIdButSet)?
  ;

assignment
  : column=insertColumn EQ value=expr                                                # columnAssignment
  | LP columns+=insertColumn (COMMA columns+=insertColumn)* RP EQ value=expr         # rowAssignment
  ;

modifyCondition
  : WHERE CURRENT OF cursor=colId                                                    # currentOfCondition
  | whereClause                                                                      # whereCondition
  ;

deleteStmt
  : DELETE FROM target_=targetTable (USING tables+=tableRef (COMMA tables+=tableRef)*)? modifyCondition? returningClause?
  ;

mergeStmt
  : MERGE INTO target_=targetTable USING source=tableRef ON condition=expr whens+=mergeWhen+ returningClause?
  ;

mergeWhen
  : WHEN MATCHED (AND condition=expr)? THEN mergeMatchedAction                       # mergeMatched
  | WHEN NOT MATCHED BY SOURCE (AND condition=expr)? THEN mergeMatchedAction         # mergeNotMatchedBySource
  | WHEN NOT MATCHED (BY TARGET)? (AND condition=expr)? THEN mergeInsertAction       # mergeNotMatched
  ;

mergeMatchedAction
  : UPDATE SET assignments+=assignment (COMMA assignments+=assignment)*              # mergeUpdate
  | DELETE                                                                           # mergeDelete
  | DO NOTHING                                                                       # mergeDoNothing
  ;

mergeInsertAction
  : INSERT
    ( (LP columns+=insertColumn (COMMA columns+=insertColumn)* RP)? (OVERRIDING overriding=(USER | SYSTEM) VALUE)?
      VALUES LP values+=expr (COMMA values+=expr)* RP
    | DEFAULT VALUES
    )                                                                                # mergeInsert
  | DO NOTHING                                                                       # mergeInsertNothing
  ;

/** A column, function or expression of an index or of an ON CONFLICT target. */
indexElement
  : (column=colId | function=indexFunction | LP expression=expr RP)
    (COLLATE collation=anyName)? (operatorClass=anyName relationOptions?)? direction=(ASC | DESC)? (NULLS_LA nulls=(FIRST | LAST))?
  ;

indexFunction
  : functionName callArguments
  | commonFunction
  | jsonAggregate
  ;

/** Name of a function (gram.y: func_name). */
functionName
  : head=unreservedName (DOT attributes+=colLabel)*
  | columnKeyword=columnNameKeyword (DOT attributes+=colLabel)+
  | functionKeyword=typeFunctionKeyword
  ;

/** Type of a function's argument or result; with %TYPE, of the column named (gram.y: func_type). */
functionType
  : typeName (PERCENT TYPE)?
  ;
