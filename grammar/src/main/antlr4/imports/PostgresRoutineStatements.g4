/** Functions, procedures, aggregates, operators, types, triggers, rules and policies. */
parser grammar PostgresRoutineStatements;

// Functions and procedures

createFunctionStmt
  : CREATE orReplace? kind=(FUNCTION | PROCEDURE) functionName functionParameters
    (RETURNS (functionType | TABLE LP columns+=tableColumn (COMMA columns+=tableColumn)* RP))?
    options+=createFunctionOption* body=routineBody?
  ;

functionParameters
  : LP (parameters+=functionParameter (COMMA parameters+=functionParameter)*)? RP
  ;

functionParameter
  : functionArgument ((DEFAULT | EQ) defaultValue=expr)?
  ;

functionArgument
  : argumentMode? functionType
  | argumentMode? name=typeFunctionName functionType
  | name=typeFunctionName argumentMode functionType
  ;

argumentMode
  : IN OUT?
  | OUT
  | INOUT
  | VARIADIC
  ;

tableColumn
  : name=typeFunctionName functionType
  ;

createFunctionOption
  : AS source=SCONST (COMMA symbol=SCONST)?                                          # asOption
  | LANGUAGE wordOrString                                                            # languageOption
  | TRANSFORM FOR TYPE types+=typeName (COMMA FOR TYPE types+=typeName)*             # transformOption
  | WINDOW                                                                           # windowOption
  | functionOption                                                                   # commonOption
  ;

functionOption
  : CALLED ON NULL INPUT                                                             # calledOnNullOption
  | RETURNS NULL ON NULL INPUT                                                       # returnsNullOption
  | STRICT                                                                           # strictOption
  | volatility=(IMMUTABLE | STABLE | VOLATILE)                                       # volatilityOption
  | EXTERNAL? SECURITY security=(DEFINER | INVOKER)                                  # securityOption
  | not=NOT? LEAKPROOF                                                               # leakproofOption
  | COST signedNumber                                                                # costOption
  | ROWS signedNumber                                                                # rowsOption
  | SUPPORT anyName                                                                  # supportOption
  | PARALLEL parallel=colId                                                          # parallelOption
  | setOrReset                                                                       # settingOption
  ;

routineBody
  : returnStmt
  | BEGIN ATOMIC statements+=routineStatement* END
  ;

routineStatement
  : (statement | returnStmt)? SEMI
  ;

returnStmt
  : RETURN expr
  ;

alterFunctionStmt
  : ALTER kind=(FUNCTION | PROCEDURE | ROUTINE) functionSignature
    ( options+=functionOption+ RESTRICT?
    | objectRename
    | ownerChange
    | schemaChange
    | NO? DEPENDS ON EXTENSION extension=colId
    )
  ;

/** A function with or without its arguments' types (gram.y: function_with_argtypes). */
functionSignature
  : functionName functionArguments?
  | columnKeyword=columnNameKeyword
  ;

functionArguments
  : LP (arguments+=functionArgument (COMMA arguments+=functionArgument)*)? RP
  ;

dropFunctionStmt
  : DROP kind=(FUNCTION | PROCEDURE | ROUTINE) ifExists? signatures+=functionSignature (COMMA signatures+=functionSignature)*
    dropBehavior?
  ;

doStmt
  : DO (code+=SCONST | LANGUAGE language+=wordOrString)+
  ;

callStmt
  : CALL functionName callArguments
  ;

// Aggregates, operators, casts, types

createAggregateStmt
  : CREATE orReplace? AGGREGATE functionName
    ( aggregateArguments definition
    | LP oldOptions+=oldAggregateOption (COMMA oldOptions+=oldAggregateOption)* RP
    )
  ;

oldAggregateOption
  : name=IDENT EQ value=definitionValue
  ;

aggregateArguments
  : LP
    ( STAR
    | direct+=functionArgument (COMMA direct+=functionArgument)* (ORDER BY ordered+=functionArgument (COMMA ordered+=functionArgument)*)?
    | ORDER BY ordered+=functionArgument (COMMA ordered+=functionArgument)*
    ) RP
  ;

aggregateSignature
  : functionName aggregateArguments
  ;

operatorSignature
  : anyOperator operatorArguments
  ;

operatorArguments
  : LP left=typeName (COMMA (right=typeName | NONE))? RP
  | LP NONE COMMA right=typeName RP
  ;

createOperatorStmt
  : CREATE OPERATOR anyOperator definition
  ;

createOperatorClassStmt
  : CREATE OPERATOR CLASS anyName DEFAULT? FOR TYPE typeName USING method=colId (FAMILY family=anyName)? AS
    items+=operatorClassItem (COMMA items+=operatorClassItem)*
  ;

operatorClassItem
  : OPERATOR number=ICONST anyOperator operatorArguments? (FOR (SEARCH | ORDER BY sortFamily=anyName))?
  | FUNCTION number=ICONST (LP types+=typeName (COMMA types+=typeName)* RP)? functionSignature
  | STORAGE typeName
  ;

createOperatorFamilyStmt
  : CREATE OPERATOR FAMILY anyName USING method=colId
  ;

alterOperatorClassStmt
  : ALTER OPERATOR kind=(CLASS | FAMILY) anyName USING method=colId
    ( ADD items+=operatorClassItem (COMMA items+=operatorClassItem)*
    | DROP drops+=operatorClassDrop (COMMA drops+=operatorClassDrop)*
    | objectRename
    | ownerChange
    | schemaChange
    )
  ;

operatorClassDrop
  : what=(OPERATOR | FUNCTION) number=ICONST LP types+=typeName (COMMA types+=typeName)* RP
  ;

alterOperatorStmt
  : ALTER OPERATOR operatorSignature (SET definition | ownerChange | schemaChange)
  ;

createCastStmt
  : CREATE CAST LP source=typeName AS target_=typeName RP
    (WITH FUNCTION functionSignature | WITHOUT FUNCTION | WITH INOUT) (AS context=(IMPLICIT | ASSIGNMENT))?
  ;

createTransformStmt
  : CREATE orReplace? TRANSFORM FOR typeName LANGUAGE language=colId LP elements+=transformElement (COMMA elements+=transformElement)? RP
  ;

transformElement
  : direction=(FROM | TO) SQL WITH FUNCTION functionSignature
  ;

createTypeStmt
  : CREATE TYPE anyName body=typeBody?
  ;

typeBody
  : definition                                                                       # baseTypeBody
  | AS LP (attributes+=compositeAttribute (COMMA attributes+=compositeAttribute)*)? RP # compositeTypeBody
  | AS ENUM LP (labels+=SCONST (COMMA labels+=SCONST)*)? RP                          # enumTypeBody
  | AS RANGE definition                                                              # rangeTypeBody
  ;

compositeAttribute
  : name=colId typeName (COLLATE collation=anyName)?
  ;

alterTypeStmt
  : ALTER TYPE anyName alterTypeAction
  ;

alterTypeAction
  : actions+=compositeAction (COMMA actions+=compositeAction)*                       # alterCompositeType
  | ADD VALUE ifNotExists? label=SCONST (place=(BEFORE | AFTER) neighbour=SCONST)?   # addEnumLabel
  | DROP VALUE label=SCONST                                                          # dropEnumLabel
  | RENAME VALUE label=SCONST TO newLabel=SCONST                                     # renameEnumLabel
  | RENAME ATTRIBUTE attribute=colId TO newName=colId dropBehavior?                  # renameAttribute
  | SET definition                                                                   # alterBaseType
  | (objectRename | ownerChange | schemaChange)                                      # alterTypeObject
  ;

compositeAction
  : ADD ATTRIBUTE compositeAttribute dropBehavior?                                   # addAttribute
  | DROP ATTRIBUTE ifExists? attribute=colId dropBehavior?                           # dropAttribute
  | ALTER ATTRIBUTE attribute=colId (SET DATA)? TYPE typeName (COLLATE collation=anyName)? dropBehavior? # alterAttribute
  ;

createDomainStmt
  : CREATE DOMAIN anyName AS? typeName qualifiers+=columnQualifier*
  ;

alterDomainStmt
  : ALTER DOMAIN anyName
    ( SET DEFAULT expr
    | DROP DEFAULT
    | (SET | DROP) NOT NULL
    | ADD (CONSTRAINT constraintName=colId)? (CHECK LP expr RP | NOT NULL) attributes+=constraintAttribute*
    | DROP CONSTRAINT ifExists? constraintName=colId dropBehavior?
    | VALIDATE CONSTRAINT constraintName=colId
    | RENAME CONSTRAINT constraintName=colId TO newName=colId
    | objectRename
    | ownerChange
    | schemaChange
    )
  ;

createConversionStmt
  : CREATE DEFAULT? CONVERSION anyName FOR source=SCONST TO target_=SCONST FROM function=anyName
  ;

createCollationStmt
  : CREATE COLLATION ifNotExists? anyName (definition | FROM source=anyName)
  ;

createLanguageStmt
  : CREATE orReplace? TRUSTED? PROCEDURAL? LANGUAGE name=colId
    (HANDLER handler=anyName (INLINE inline=anyName)? (VALIDATOR validator=anyName | NO VALIDATOR)?)?
  ;

createStatisticsStmt
  : CREATE STATISTICS (ifNotExists? anyName)? (LP kinds=nameList RP)? ON elements+=statisticsElement (COMMA elements+=statisticsElement)*
    fromClause
  ;

statisticsElement
  : column=colId
  | function=indexFunction
  | LP expression=expr RP
  ;

createAssertionStmt
  : CREATE ASSERTION anyName CHECK LP expr RP attributes+=constraintAttribute*
  ;

// Text search

createTextSearchStmt
  : CREATE TEXT SEARCH kind=(PARSER | DICTIONARY | TEMPLATE | CONFIGURATION) anyName definition
  ;

alterTextSearchStmt
  : ALTER TEXT SEARCH kind=(PARSER | DICTIONARY | TEMPLATE | CONFIGURATION) anyName alterTextSearchAction
  ;

alterTextSearchAction
  : definition                                                                       # alterDictionary
  | ADD MAPPING FOR tokenTypes=nameList (WITH | WITH_LA) anyNameList                 # addMapping
  | ALTER MAPPING (FOR tokenTypes=nameList)?
    ((WITH | WITH_LA) anyNameList | REPLACE oldDictionary=anyName (WITH | WITH_LA) newDictionary=anyName) # alterMapping
  | DROP MAPPING ifExists? FOR tokenTypes=nameList                                   # dropMapping
  | (objectRename | ownerChange | schemaChange)                                      # alterTextSearchObject
  ;

// Triggers, rules, policies

createTriggerStmt
  : CREATE orReplace? TRIGGER name=colId triggerTime triggerEvents ON tableName=anyName triggerReferencing?
    (FOR EACH? (ROW | STATEMENT))? triggerWhen? EXECUTE (FUNCTION | PROCEDURE) functionName triggerArguments # createTrigger
  | CREATE orReplace? CONSTRAINT TRIGGER name=colId AFTER triggerEvents ON tableName=anyName (FROM referenced=anyName)?
    constraintAttribute* FOR EACH ROW triggerWhen? EXECUTE (FUNCTION | PROCEDURE) functionName triggerArguments # createConstraintTrigger
  ;

triggerTime
  : BEFORE
  | AFTER
  | INSTEAD OF
  ;

triggerEvents
  : events+=triggerEvent (OR events+=triggerEvent)*
  ;

triggerEvent
  : INSERT
  | DELETE
  | UPDATE (OF columns=nameList)?
  | TRUNCATE
  ;

triggerReferencing
  : REFERENCING transitions+=triggerTransition+
  ;

triggerTransition
  : state=(NEW | OLD) what=(TABLE | ROW) AS? name=colId
  ;

triggerWhen
  : WHEN LP expr RP
  ;

triggerArguments
  : LP arguments+=triggerArgument? (COMMA arguments+=triggerArgument)* RP
  ;

triggerArgument
  : ICONST
  | FCONST
  | SCONST
  | colLabel
  ;

createEventTriggerStmt
  : CREATE EVENT TRIGGER name=colId ON event=colLabel (WHEN filters+=eventFilter (AND filters+=eventFilter)*)?
    EXECUTE (FUNCTION | PROCEDURE) functionName LP RP
  ;

eventFilter
  : variable=colId IN LP values+=SCONST (COMMA values+=SCONST)* RP
  ;

alterEventTriggerStmt
  : ALTER EVENT TRIGGER name=colId (ENABLE (REPLICA | ALWAYS)? | DISABLE | objectRename | ownerChange)
  ;

createRuleStmt
  : CREATE orReplace? RULE name=colId AS ON event=(SELECT | UPDATE | DELETE | INSERT) TO tableName=anyName whereClause?
    DO (INSTEAD | ALSO)? ruleActions
  ;

ruleActions
  : NOTHING
  | actions+=ruleAction
  | LP actions+=ruleAction? (SEMI actions+=ruleAction?)* RP
  ;

ruleAction
  : dataStatement
  | notifyStmt
  ;

createPolicyStmt
  : CREATE POLICY name=colId ON tableName=anyName (AS permissive=IDENT)? (FOR (ALL | SELECT | INSERT | UPDATE | DELETE))?
    (TO roleNames)? (USING using=bracketedExpr)? (WITH CHECK check=bracketedExpr)?
  ;

alterPolicyStmt
  : ALTER POLICY ifExists? name=colId ON tableName=anyName
    (objectRename | (TO roleNames)? (USING using=bracketedExpr)? (WITH CHECK check=bracketedExpr)?)
  ;

bracketedExpr
  : LP expr RP
  | selectWithParens
  ;
