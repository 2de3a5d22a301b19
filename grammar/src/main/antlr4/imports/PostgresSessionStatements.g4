/** Transactions, settings, cursors, prepared statements, COPY and maintenance. */
parser grammar PostgresSessionStatements;

// Transactions

transactionStmt
  : BEGIN (WORK | TRANSACTION)? transactionModes?                                    # beginTransaction
  | START TRANSACTION transactionModes?                                              # startTransaction
  | command=(COMMIT | END) (WORK | TRANSACTION)? transactionChain?                   # commitTransaction
  | command=(ROLLBACK | ABORT) (WORK | TRANSACTION)? transactionChain?               # rollbackTransaction
  | SAVEPOINT savepoint=colId                                                        # savepoint
  | RELEASE SAVEPOINT? savepoint=colId                                               # releaseSavepoint
  | ROLLBACK (WORK | TRANSACTION)? TO SAVEPOINT? savepoint=colId                     # rollbackToSavepoint
  | PREPARE TRANSACTION identifier=SCONST                                            # prepareTransaction
  | COMMIT PREPARED identifier=SCONST                                                # commitPrepared
  | ROLLBACK PREPARED identifier=SCONST                                              # rollbackPrepared
  ;

transactionChain
  : AND no=NO? CHAIN
  ;

transactionModes
  : modes+=transactionMode (COMMA? modes+=transactionMode)*
  ;

transactionMode
  : ISOLATION LEVEL isolationLevel                                                   # isolationMode
  | READ access=(ONLY | WRITE)                                                       # accessMode
  | not=NOT? DEFERRABLE                                                              # deferrableMode
  ;

isolationLevel
  : READ UNCOMMITTED
  | READ COMMITTED
  | REPEATABLE READ
  | SERIALIZABLE
  ;

// Settings

setStmt
  : SET scope=(LOCAL | SESSION)? setting                                             # setVariable
  | SET scope=(LOCAL | SESSION)? TRANSACTION transactionModes                        # setTransaction
  | SET scope=(LOCAL | SESSION)? SESSION CHARACTERISTICS AS TRANSACTION transactionModes # setSessionCharacteristics
  | SET CONSTRAINTS (ALL | anyNameList) timing=(DEFERRED | IMMEDIATE)                # setConstraints
  ;

/** What SET takes, in functions, roles and databases too (gram.y: set_rest_more). */
setting
  : variableName
    ((TO | EQ) (values+=settingValue (COMMA values+=settingValue)* | DEFAULT) | FROM CURRENT) # variableSetting
  | TIME ZONE timeZoneValue                                                          # timeZoneSetting
  | CATALOG value=SCONST                                                             # catalogSetting
  | SCHEMA value=SCONST                                                              # schemaSetting
  | NAMES (value=SCONST | DEFAULT)?                                                  # namesSetting
  | ROLE wordOrString                                                                # roleSetting
  | SESSION AUTHORIZATION (wordOrString | DEFAULT)                                   # sessionAuthorizationSetting
  | XML OPTION kind=(DOCUMENT | CONTENT)                                             # xmlOptionSetting
  | TRANSACTION SNAPSHOT value=SCONST                                                # snapshotSetting
  ;

variableName
  : parts+=colId (DOT parts+=colId)*
  ;

settingValue
  : booleanOrString
  | signedNumber
  ;

booleanOrString
  : TRUE
  | FALSE
  | ON
  | wordOrString
  ;

wordOrString
  : word=nonReservedWord
  | string=SCONST
  ;

timeZoneValue
  : SCONST
  | IDENT
  | INTERVAL SCONST intervalFields?
  | INTERVAL LP precision=ICONST RP SCONST
  | signedNumber
  | DEFAULT
  | LOCAL
  ;

resetStmt
  : RESET settingName
  ;

showStmt
  : SHOW settingName
  ;

settingName
  : variableName                                                                     # variableSettingName
  | TIME ZONE                                                                        # timeZoneSettingName
  | TRANSACTION ISOLATION LEVEL                                                      # isolationSettingName
  | SESSION AUTHORIZATION                                                            # sessionAuthorizationSettingName
  | ALL                                                                              # allSettings
  ;

/** SET or RESET as a part of ALTER ROLE, ALTER DATABASE and CREATE FUNCTION. */
setOrReset
  : SET setting
  | resetStmt
  ;

alterSystemStmt
  : ALTER SYSTEM (SET setting | resetStmt)
  ;

discardStmt
  : DISCARD what=(ALL | TEMP | TEMPORARY | PLANS | SEQUENCES)
  ;

// Cursors

declareCursorStmt
  : DECLARE cursor=colId options+=cursorOption* CURSOR (hold=(WITH | WITHOUT) HOLD)? FOR query=selectStmt
  ;

cursorOption
  : NO? SCROLL
  | BINARY
  | ASENSITIVE
  | INSENSITIVE
  ;

fetchStmt
  : command=(FETCH | MOVE) fetchArguments
  ;

fetchArguments
  : (FROM | IN)? cursor=colId                                                        # fetchOne
  | direction=(NEXT | PRIOR | FIRST | LAST | ALL) (FROM | IN)? cursor=colId          # fetchDirection
  | direction=(ABSOLUTE | RELATIVE) signedInteger (FROM | IN)? cursor=colId          # fetchTo
  | signedInteger (FROM | IN)? cursor=colId                                          # fetchNumber
  | direction=(FORWARD | BACKWARD) (signedInteger | ALL)? (FROM | IN)? cursor=colId  # fetchForwardOrBackward
  ;

signedInteger
  : sign=(PLUS | MINUS)? value=ICONST
  ;

closeStmt
  : CLOSE (cursor=colId | ALL)
  ;

// Prepared statements

prepareStmt
  : PREPARE statementName=colId (LP types+=typeName (COMMA types+=typeName)* RP)? AS dataStatement
  ;

executeStmt
  : EXECUTE statementName=colId (LP arguments+=expr (COMMA arguments+=expr)* RP)?
  ;

deallocateStmt
  : DEALLOCATE PREPARE? (statementName=colId | ALL)
  ;

explainStmt
  : EXPLAIN (utilityOptions | analyze=(ANALYZE | ANALYSE)? verbose=VERBOSE?) explained=explainableStmt
  ;

explainableStmt
  : dataStatement
  | declareCursorStmt
  | createTableStmt
  | createMaterializedViewStmt
  | refreshMaterializedViewStmt
  | executeStmt
  ;

utilityOptions
  : LP options+=utilityOption (COMMA options+=utilityOption)* RP
  ;

utilityOption
  : (name=nonReservedWord | ANALYZE | ANALYSE | FORMAT_LA) (value=settingValue)?
  ;

// COPY

copyStmt
  : COPY BINARY? tableName=anyName (LP columns=nameList RP)? direction=(FROM | TO) copyEndpoint copyDelimiters? copyOptions?
    whereClause?                                                                     # copyTable
  | COPY (LP | LPS) query=dataStatement RP TO copyEndpoint copyOptions?              # copyQuery
  ;

copyEndpoint
  : program=PROGRAM? file=SCONST
  | stream=(STDIN | STDOUT)
  ;

copyDelimiters
  : USING? DELIMITERS delimiter=SCONST
  ;

copyOptions
  : WITH? LP options+=copyOption (COMMA options+=copyOption)* RP                     # copyOptionList
  | WITH copyOldOption*                                                              # copyOldOptions
  | copyOldOption+                                                                   # copyOldOptions
  ;

copyOption
  : (name=colLabel | FORMAT_LA) (value=copyOptionValue)?
  ;

copyOptionValue
  : settingValue
  | STAR
  | DEFAULT
  | LP values+=booleanOrString (COMMA values+=booleanOrString)* RP
  ;

copyOldOption
  : option=(BINARY | FREEZE | CSV | HEADER)
  | option=(DELIMITER | NULL | QUOTE | ESCAPE) AS? value=SCONST
  | FORCE (QUOTE | NOT? NULL) (columns=nameList | STAR)
  | option=ENCODING value=SCONST
  ;

// Notification, locks, maintenance

listenStmt
  : LISTEN channel=colId
  ;

unlistenStmt
  : UNLISTEN (channel=colId | STAR)
  ;

notifyStmt
  : NOTIFY channel=colId (COMMA payload=SCONST)?
  ;

lockStmt
  : LOCK TABLE? tables+=relation (COMMA tables+=relation)* (IN lockMode MODE)? NOWAIT?
  ;

lockMode
  : ACCESS (SHARE | EXCLUSIVE)
  | ROW (SHARE | EXCLUSIVE)
  | SHARE (UPDATE EXCLUSIVE | ROW EXCLUSIVE)?
  | EXCLUSIVE
  ;

vacuumStmt
  : VACUUM (utilityOptions | FULL? FREEZE? VERBOSE? analyze=(ANALYZE | ANALYSE)?) (tables+=vacuumRelation (COMMA tables+=vacuumRelation)*)?
  ;

analyzeStmt
  : (ANALYZE | ANALYSE) (utilityOptions | VERBOSE?) (tables+=vacuumRelation (COMMA tables+=vacuumRelation)*)?
  ;

vacuumRelation
  : anyName (LP columns=nameList RP)?
  ;

clusterStmt
  : CLUSTER (utilityOptions | VERBOSE?) (tableName=anyName (USING index=colId)?)?    # cluster
  | CLUSTER VERBOSE? index=colId ON tableName=anyName                                # clusterOldForm
  ;

reindexStmt
  : REINDEX utilityOptions?
    ( what=(INDEX | TABLE | SCHEMA) CONCURRENTLY? anyName
    | what=(SYSTEM | DATABASE) CONCURRENTLY? colId?
    )
  ;

checkpointStmt
  : CHECKPOINT
  ;

loadStmt
  : LOAD file=SCONST
  ;
