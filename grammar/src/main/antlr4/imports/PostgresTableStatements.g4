/** Tables, views, indexes, sequences, schemas and what changes them (manual: CREATE TABLE and its neighbours). */
parser grammar PostgresTableStatements;

// CREATE TABLE

/** CREATE TABLE in all its forms, CREATE TABLE AS included. */
createTableStmt
  : CREATE relationScope? TABLE ifNotExists? tableName=anyName
    ( LP (elements+=tableElement (COMMA elements+=tableElement)*)? RP inheritClause? partitionClause? tableStorage
    | OF rowType=anyName typedElements? partitionClause? tableStorage
    | PARTITION OF parent=anyName typedElements? partitionBound partitionClause? tableStorage
    | (LP columns=nameList RP)? tableStorage AS (query=selectStmt | execution=executeStmt) withData?
    )
  ;

/** CREATE FOREIGN TABLE. */
createForeignTableStmt
  : CREATE FOREIGN TABLE ifNotExists? tableName=anyName
    ( LP (elements+=tableElement (COMMA elements+=tableElement)*)? RP inheritClause?
    | PARTITION OF parent=anyName typedElements? partitionBound
    )
    SERVER server=colId genericOptions?
  ;

ifNotExists
  : IF NOT EXISTS
  ;

ifExists
  : IF EXISTS
  ;

relationScope
  : scope=(LOCAL | GLOBAL)? temporary=(TEMPORARY | TEMP)
  | unlogged=UNLOGGED
  ;

inheritClause
  : INHERITS LP anyNameList RP
  ;

tableStorage
  : (USING method=colId)? (WITH relationOptions | WITHOUT OIDS)? (ON COMMIT onCommit)? (TABLESPACE tablespace=colId)?
  ;

onCommit
  : DROP
  | DELETE ROWS
  | PRESERVE ROWS
  ;

withData
  : WITH no=NO? DATA
  ;

tableElement
  : columnDefinition
  | tableConstraint
  | likeClause
  ;

typedElements
  : LP elements+=typedElement (COMMA elements+=typedElement)* RP
  ;

typedElement
  : name=colId (WITH OPTIONS)? qualifiers+=columnQualifier*
  | tableConstraint
  ;

columnDefinition
  : name=colId typeName (STORAGE storage=columnStorage)? (COMPRESSION compression=columnStorage)? genericOptions?
    qualifiers+=columnQualifier*
  ;

columnStorage
  : colId
  | DEFAULT
  ;

columnQualifier
  : (CONSTRAINT constraintName=colId)? columnConstraint                              # constraintQualifier
  | constraintTiming                                                                 # timingQualifier
  | COLLATE collation=anyName                                                        # collationQualifier
  ;

columnConstraint
  : NOT NULL                                                                         # notNullConstraint
  | NULL                                                                             # nullConstraint
  | UNIQUE nullTreatment? indexParameters                                            # uniqueColumnConstraint
  | PRIMARY KEY indexParameters                                                      # primaryKeyColumnConstraint
  | CHECK LP expr RP noInherit=noInheritClause?                                      # checkColumnConstraint
  | DEFAULT bexpr                                                                    # defaultConstraint
  | GENERATED generatedWhen AS (IDENTITY (LP sequenceOption+ RP)? | LP expr RP STORED) # generatedConstraint
  | REFERENCES referenced=anyName (LP columns=nameList RP)? matchClause? keyAction*  # referencesConstraint
  ;

noInheritClause
  : NO INHERIT
  ;

nullTreatment
  : NULLS not=NOT? DISTINCT
  ;

indexParameters
  : (WITH definition)? (USING INDEX TABLESPACE tablespace=colId)?
  ;

generatedWhen
  : ALWAYS
  | BY DEFAULT
  ;

matchClause
  : MATCH kind=(FULL | PARTIAL | SIMPLE)
  ;

keyAction
  : ON event=(UPDATE | DELETE)
    ( NO ACTION
    | RESTRICT
    | CASCADE
    | SET (NULL | DEFAULT) (LP columns=nameList RP)?
    )
  ;

constraintTiming
  : DEFERRABLE
  | NOT DEFERRABLE
  | INITIALLY (DEFERRED | IMMEDIATE)
  ;

tableConstraint
  : (CONSTRAINT constraintName=colId)? tableConstraintBody attributes+=constraintAttribute*
  ;

tableConstraintBody
  : CHECK LP expr RP                                                                 # checkTableConstraint
  | UNIQUE (nullTreatment? LP columns=nameList RP includedColumns? indexParameters | USING INDEX index=colId) # uniqueTableConstraint
  | PRIMARY KEY (LP columns=nameList RP includedColumns? indexParameters | USING INDEX index=colId) # primaryKeyTableConstraint
  | EXCLUDE (USING method=colId)? LP elements+=exclusionElement (COMMA elements+=exclusionElement)* RP includedColumns?
    indexParameters (WHERE LP predicate=expr RP)?                                    # excludeTableConstraint
  | FOREIGN KEY LP columns=nameList RP REFERENCES referenced=anyName (LP referencedColumns=nameList RP)? matchClause?
    keyAction*                                                                       # foreignKeyTableConstraint
  ;

exclusionElement
  : indexElement WITH sortOperator
  ;

includedColumns
  : INCLUDE LP columns=nameList RP
  ;

includeClause
  : INCLUDE LP columns+=indexElement (COMMA columns+=indexElement)* RP
  ;

constraintAttribute
  : constraintTiming
  | NOT VALID
  | NO INHERIT
  ;

likeClause
  : LIKE source=anyName options+=likeOption*
  ;

likeOption
  : mode_=(INCLUDING | EXCLUDING)
    what=(COMMENTS | COMPRESSION | CONSTRAINTS | DEFAULTS | IDENTITY | GENERATED | INDEXES | STATISTICS | STORAGE | ALL)
  ;

partitionClause
  : PARTITION BY strategy=colId LP elements+=partitionElement (COMMA elements+=partitionElement)* RP
  ;

partitionElement
  : (column=colId | function=indexFunction | LP expression=expr RP) (COLLATE collation=anyName)? operatorClass=anyName?
  ;

partitionBound
  : FOR VALUES WITH LP parts+=hashBound (COMMA parts+=hashBound)* RP                 # hashPartition
  | FOR VALUES IN LP values+=expr (COMMA values+=expr)* RP                           # listPartition
  | FOR VALUES FROM LP from+=expr (COMMA from+=expr)* RP TO LP to+=expr (COMMA to+=expr)* RP # rangePartition
  | DEFAULT                                                                          # defaultPartition
  ;

hashBound
  : name=nonReservedWord value=ICONST
  ;

// Schemas, views, indexes, sequences

createSchemaStmt
  : CREATE SCHEMA ifNotExists? (name=colId (AUTHORIZATION owner=roleName)? | AUTHORIZATION owner=roleName)
    elements+=schemaElement*
  ;

schemaElement
  : createTableStmt
  | createIndexStmt
  | createSequenceStmt
  | createTriggerStmt
  | createViewStmt
  | grantStmt
  ;

createViewStmt
  : CREATE orReplace? relationScope? recursive=RECURSIVE? VIEW viewName=anyName (LP columns=nameList RP)?
    (WITH relationOptions)? AS query=selectStmt (WITH check=(CASCADED | LOCAL)? CHECK OPTION)?
  ;

orReplace
  : OR REPLACE
  ;

createMaterializedViewStmt
  : CREATE UNLOGGED? MATERIALIZED VIEW ifNotExists? viewName=anyName (LP columns=nameList RP)? (USING method=colId)?
    (WITH relationOptions)? (TABLESPACE tablespace=colId)? AS query=selectStmt withData?
  ;

refreshMaterializedViewStmt
  : REFRESH MATERIALIZED VIEW CONCURRENTLY? viewName=anyName withData?
  ;

createIndexStmt
  : CREATE UNIQUE? INDEX CONCURRENTLY? (ifNotExists? indexName=colId)? ON relation (USING method=colId)?
    LP elements+=indexElement (COMMA elements+=indexElement)* RP includeClause? nullTreatment? (WITH relationOptions)?
    (TABLESPACE tablespace=colId)? whereClause?
  ;

createSequenceStmt
  : CREATE relationScope? SEQUENCE ifNotExists? sequenceName=anyName sequenceOption*
  ;

sequenceOption
  : AS simpleTypeName                                                                # sequenceType
  | CACHE signedNumber                                                               # sequenceCache
  | NO? CYCLE                                                                        # sequenceCycle
  | INCREMENT BY? signedNumber                                                       # sequenceIncrement
  | MAXVALUE signedNumber                                                            # sequenceMaximum
  | MINVALUE signedNumber                                                            # sequenceMinimum
  | NO what=(MAXVALUE | MINVALUE)                                                    # sequenceNoLimit
  | OWNED BY anyName                                                                 # sequenceOwnedBy
  | SEQUENCE NAME anyName                                                            # sequenceName
  | START (WITH | WITH_LA)? signedNumber                                             # sequenceStart
  | RESTART ((WITH | WITH_LA)? signedNumber)?                                        # sequenceRestart
  | LOGGED                                                                           # sequenceLogged
  | UNLOGGED                                                                         # sequenceUnlogged
  ;

// ALTER TABLE and the like

alterTableStmt
  : ALTER kind=relationKind ifExists? relation
    ( actions+=alterTableAction (COMMA actions+=alterTableAction)*
    | partition=partitionAction
    | rename=renameAction
    | SET SCHEMA schema=colId
    | NO? DEPENDS ON EXTENSION extension=colId
    | sequenceOptions+=sequenceOption+
    )                                                                                # alterRelation
  | ALTER kind=relationKind ALL IN TABLESPACE from=colId (OWNED BY roleNames)? SET TABLESPACE to=colId NOWAIT? # moveAllInTablespace
  ;

relationKind
  : TABLE
  | INDEX
  | SEQUENCE
  | VIEW
  | MATERIALIZED VIEW
  | FOREIGN TABLE
  ;

renameAction
  : RENAME TO newName=colId                                                          # renameRelation
  | RENAME COLUMN? column=colId TO newName=colId                                     # renameColumn
  | RENAME CONSTRAINT constraint=colId TO newName=colId                              # renameConstraint
  ;

partitionAction
  : ATTACH PARTITION partition=anyName partitionBound?                               # attachPartition
  | DETACH PARTITION partition=anyName (CONCURRENTLY | FINALIZE)?                    # detachPartition
  ;

alterTableAction
  : ADD COLUMN? ifNotExists? columnDefinition                                        # addColumn
  | ADD tableConstraint                                                              # addConstraint
  | ALTER COLUMN? (column=colId | columnNumber=ICONST) alterColumnAction             # alterColumn
  | DROP COLUMN? ifExists? column=colId dropBehavior?                                # dropColumn
  | DROP CONSTRAINT ifExists? constraint=colId dropBehavior?                         # dropConstraint
  | ALTER CONSTRAINT constraint=colId constraintAttribute*                           # alterConstraint
  | VALIDATE CONSTRAINT constraint=colId                                             # validateConstraint
  | SET WITHOUT what=(OIDS | CLUSTER)                                                # setWithout
  | CLUSTER ON index=colId                                                           # clusterOn
  | SET what=(LOGGED | UNLOGGED)                                                     # setPersistence
  | ENABLE mode_=(ALWAYS | REPLICA)? TRIGGER (trigger=colId | ALL | USER)            # enableTrigger
  | DISABLE TRIGGER (trigger=colId | ALL | USER)                                     # disableTrigger
  | ENABLE mode_=(ALWAYS | REPLICA)? RULE rule_=colId                                # enableRule
  | DISABLE RULE rule_=colId                                                         # disableRule
  | NO? INHERIT parent=anyName                                                       # inherit
  | OF rowType=anyName                                                               # ofType
  | NOT OF                                                                           # notOfType
  | OWNER TO owner=roleName                                                          # tableOwner
  | SET ACCESS METHOD (method=colId | DEFAULT)                                       # setAccessMethod
  | SET TABLESPACE tablespace=colId                                                  # setTablespace
  | SET relationOptions                                                              # setRelationOptions
  | RESET relationOptions                                                            # resetRelationOptions
  | REPLICA IDENTITY (NOTHING | FULL | DEFAULT | USING INDEX index=colId)            # replicaIdentity
  | (ENABLE | DISABLE | FORCE | NO FORCE) ROW LEVEL SECURITY                         # rowLevelSecurity
  | alterGenericOptions                                                              # alterTableOptions
  ;

alterColumnAction
  : SET DEFAULT expr                                                                 # setDefault
  | DROP DEFAULT                                                                     # dropDefault
  | SET NOT NULL                                                                     # setNotNull
  | DROP NOT NULL                                                                    # dropNotNull
  | (SET DATA)? TYPE typeName (COLLATE collation=anyName)? (USING conversion=expr)?  # alterColumnType
  | SET EXPRESSION AS LP expr RP                                                     # setExpression
  | DROP EXPRESSION ifExists?                                                        # dropExpression
  | SET STATISTICS (signedNumber | DEFAULT)                                          # setStatistics
  | SET relationOptions                                                              # setColumnOptions
  | RESET relationOptions                                                            # resetColumnOptions
  | SET STORAGE columnStorage                                                        # setStorage
  | SET COMPRESSION columnStorage                                                    # setCompression
  | ADD GENERATED generatedWhen AS IDENTITY (LP sequenceOption+ RP)?                 # addIdentity
  | identityOption+                                                                  # alterIdentity
  | DROP IDENTITY ifExists?                                                          # dropIdentity
  | alterGenericOptions                                                              # alterColumnOptions
  ;

identityOption
  : RESTART ((WITH | WITH_LA)? signedNumber)?
  | SET sequenceOption
  | SET GENERATED generatedWhen
  ;

dropBehavior
  : CASCADE
  | RESTRICT
  ;

// Definitions: lists of names with values

definition
  : LP elements+=definitionElement (COMMA elements+=definitionElement)* RP
  ;

definitionElement
  : name=colLabel (EQ value=definitionValue)?
  ;

/** WITH-like options of a relation: (fillfactor = 70, user_catalog_table). */
relationOptions
  : LP options+=relationOption (COMMA options+=relationOption)* RP
  ;

relationOption
  : (namespace=colLabel DOT)? name=colLabel (EQ value=definitionValue)?
  ;

/** Value in a definition (gram.y: def_arg). */
definitionValue
  : functionType
  | reservedKeyword
  | sortOperator
  | number=signedNumber
  | string=SCONST
  | NONE
  ;

signedNumber
  : sign=(PLUS | MINUS)? value=(ICONST | FCONST)
  ;

/** Options that a foreign-data wrapper understands. */
genericOptions
  : OPTIONS LP options+=genericOption (COMMA options+=genericOption)* RP
  ;

genericOption
  : name=colLabel value=SCONST
  ;

alterGenericOptions
  : OPTIONS LP options+=alterGenericOption (COMMA options+=alterGenericOption)* RP
  ;

alterGenericOption
  : action=(SET | ADD)? genericOption
  | action=DROP name=colLabel
  ;
