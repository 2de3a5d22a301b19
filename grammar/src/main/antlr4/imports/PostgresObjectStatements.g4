/** Databases, roles, privileges, extensions, foreign data, replication, and what all objects have in common. */
parser grammar PostgresObjectStatements;

// Names of objects

roleName
  : nonReservedWord
  | CURRENT_ROLE
  | CURRENT_USER
  | SESSION_USER
  ;

roleNames
  : names+=roleName (COMMA names+=roleName)*
  ;

objectRename
  : RENAME TO newName=colId
  ;

ownerChange
  : OWNER TO owner=roleName
  ;

schemaChange
  : SET SCHEMA schema=colId
  ;

/** Objects whose name may be qualified. */
qualifiedObjectKind
  : TABLE
  | SEQUENCE
  | VIEW
  | MATERIALIZED VIEW
  | INDEX
  | FOREIGN TABLE
  | COLLATION
  | CONVERSION
  | STATISTICS
  | TEXT SEARCH (PARSER | DICTIONARY | TEMPLATE | CONFIGURATION)
  ;

/** Objects whose name stands alone and that DROP takes in one list. */
plainObjectKind
  : ACCESS METHOD
  | EVENT TRIGGER
  | EXTENSION
  | FOREIGN DATA WRAPPER
  | PROCEDURAL? LANGUAGE
  | PUBLICATION
  | SCHEMA
  | SERVER
  ;

/** Any object that COMMENT, SECURITY LABEL and ALTER EXTENSION may name. */
objectReference
  : qualifiedObjectKind anyName                                                      # qualifiedObject
  | plainObjectKind colId                                                            # plainObject
  | (DATABASE | ROLE | SUBSCRIPTION | TABLESPACE) colId                              # globalObject
  | COLUMN anyName                                                                   # columnObject
  | (TYPE | DOMAIN) typeName                                                         # typeObject
  | AGGREGATE aggregateSignature                                                     # aggregateObject
  | (FUNCTION | PROCEDURE | ROUTINE) functionSignature                               # functionObject
  | OPERATOR operatorSignature                                                       # operatorObject
  | OPERATOR (CLASS | FAMILY) anyName USING method=colId                             # operatorClassObject
  | CONSTRAINT colId ON DOMAIN? anyName                                              # constraintObject
  | (POLICY | RULE | TRIGGER) colId ON anyName                                       # tablePartObject
  | TRANSFORM FOR typeName LANGUAGE language=colId                                   # transformObject
  | LARGE OBJECT signedNumber                                                        # largeObject
  | CAST LP source=typeName AS target_=typeName RP                                   # castObject
  ;

// COMMENT, SECURITY LABEL, DROP, TRUNCATE

commentStmt
  : COMMENT ON objectReference IS (text=SCONST | NULL)
  ;

securityLabelStmt
  : SECURITY LABEL (FOR provider=wordOrString)? ON objectReference IS (label=SCONST | NULL)
  ;

dropStmt
  : DROP qualifiedObjectKind ifExists? anyNameList dropBehavior?                     # dropQualified
  | DROP INDEX CONCURRENTLY ifExists? anyNameList dropBehavior?                      # dropIndexConcurrently
  | DROP plainObjectKind ifExists? nameList dropBehavior?                            # dropPlain
  | DROP (TYPE | DOMAIN) ifExists? types+=typeName (COMMA types+=typeName)* dropBehavior? # dropType
  | DROP kind=(POLICY | RULE | TRIGGER) ifExists? name=colId ON tableName=anyName dropBehavior? # dropTablePart
  | DROP AGGREGATE ifExists? signatures+=aggregateSignature (COMMA signatures+=aggregateSignature)* dropBehavior? # dropAggregate
  | DROP OPERATOR ifExists? operators+=operatorSignature (COMMA operators+=operatorSignature)* dropBehavior? # dropOperator
  | DROP OPERATOR (CLASS | FAMILY) ifExists? anyName USING method=colId dropBehavior? # dropOperatorClass
  | DROP CAST ifExists? LP source=typeName AS target_=typeName RP dropBehavior?      # dropCast
  | DROP TRANSFORM ifExists? FOR typeName LANGUAGE language=colId dropBehavior?      # dropTransform
  | DROP OWNED BY roleNames dropBehavior?                                            # dropOwned
  | DROP SUBSCRIPTION ifExists? name=colId dropBehavior?                             # dropSubscription
  | DROP TABLESPACE ifExists? name=colId                                             # dropTablespace
  | DROP DATABASE ifExists? name=colId (WITH? LP FORCE (COMMA FORCE)* RP)?           # dropDatabase
  | DROP (ROLE | USER | GROUP) ifExists? roleNames                                   # dropRole
  | DROP USER MAPPING ifExists? FOR mappingUser SERVER server=colId                  # dropUserMapping
  ;

truncateStmt
  : TRUNCATE TABLE? tables+=relation (COMMA tables+=relation)* (identity=(CONTINUE | RESTART) IDENTITY)? dropBehavior?
  ;

reassignOwnedStmt
  : REASSIGN OWNED BY roleNames TO newOwner=roleName
  ;

/** ALTER of objects that have but a name, an owner and a schema. */
alterObjectStmt
  : ALTER AGGREGATE aggregateSignature (objectRename | ownerChange | schemaChange)   # alterAggregate
  | ALTER COLLATION anyName (REFRESH VERSION | objectRename | ownerChange | schemaChange) # alterCollation
  | ALTER CONVERSION anyName (objectRename | ownerChange | schemaChange)             # alterConversion
  | ALTER PROCEDURAL? LANGUAGE colId (objectRename | ownerChange)                    # alterLanguage
  | ALTER SCHEMA colId (objectRename | ownerChange)                                  # alterSchema
  | ALTER LARGE OBJECT signedNumber ownerChange                                      # alterLargeObject
  | ALTER RULE name=colId ON anyName objectRename                                    # alterRule
  | ALTER TRIGGER name=colId ON anyName (objectRename | NO? DEPENDS ON EXTENSION extension=colId) # alterTrigger
  | ALTER STATISTICS ifExists? anyName (SET STATISTICS (signedInteger | DEFAULT) | objectRename | ownerChange | schemaChange) # alterStatistics
  ;

// Databases and tablespaces

createDatabaseStmt
  : CREATE DATABASE name=colId WITH? options+=databaseOption*
  ;

databaseOption
  : (IDENT | CONNECTION LIMIT | ENCODING | LOCATION | OWNER | TABLESPACE | TEMPLATE) EQ? (settingValue | DEFAULT)
  ;

alterDatabaseStmt
  : ALTER DATABASE name=colId
    ( WITH? options+=databaseOption+
    | WITH
    | SET TABLESPACE tablespace=colId
    | REFRESH COLLATION VERSION
    | setOrReset
    | objectRename
    | ownerChange
    )?
  ;

createTablespaceStmt
  : CREATE TABLESPACE name=colId (OWNER owner=roleName)? LOCATION location=SCONST (WITH relationOptions)?
  ;

alterTablespaceStmt
  : ALTER TABLESPACE name=colId ((SET | RESET) relationOptions | objectRename | ownerChange)
  ;

// Roles and privileges

createRoleStmt
  : CREATE kind=(ROLE | USER | GROUP) roleName WITH? options+=createRoleOption*
  ;

createRoleOption
  : roleOption
  | SYSID ICONST
  | ADMIN roleNames
  | ROLE roleNames
  | IN (ROLE | GROUP) roleNames
  ;

roleOption
  : (ENCRYPTED | UNENCRYPTED)? PASSWORD (password=SCONST | NULL)
  | INHERIT
  | CONNECTION LIMIT signedInteger
  | VALID UNTIL until=SCONST
  | USER roleNames
  | flag=IDENT
  ;

alterRoleStmt
  : ALTER kind=(ROLE | USER) (roleName | ALL) (IN DATABASE database=colId)? setOrReset # alterRoleSetting
  | ALTER kind=(ROLE | USER) roleName WITH? options+=roleOption*                     # alterRole
  | ALTER kind=(ROLE | USER | GROUP) roleName objectRename                           # renameRole
  | ALTER GROUP roleName (ADD | DROP) USER roleNames                                 # alterGroup
  ;

grantStmt
  : GRANT privileges
    ( ON privilegeTarget TO grantees (WITH GRANT OPTION)?
    | TO grantees (WITH options+=grantRoleOption (COMMA options+=grantRoleOption)*)?
    ) grantedBy?
  ;

revokeStmt
  : REVOKE (option=revokedOption OPTION FOR)? privileges (ON privilegeTarget)? FROM grantees grantedBy? dropBehavior?
  ;

/** GRANT of a privilege, an option of a role's membership otherwise. */
revokedOption
  : GRANT
  | colId
  ;

privileges
  : ALL PRIVILEGES? (LP columns=nameList RP)?
  | list_+=privilege (COMMA list_+=privilege)*
  ;

privilege
  : (SELECT | REFERENCES | CREATE | colId) (LP columns=nameList RP)?
  | ALTER SYSTEM
  ;

privilegeTarget
  : TABLE? anyNameList                                                               # tablesTarget
  | kind=(SEQUENCE | DOMAIN | TYPE) anyNameList                                      # qualifiedTarget
  | FOREIGN (DATA WRAPPER | SERVER) nameList                                         # foreignTarget
  | kind=(FUNCTION | PROCEDURE | ROUTINE) signatures+=functionSignature (COMMA signatures+=functionSignature)* # functionsTarget
  | kind=(DATABASE | LANGUAGE | SCHEMA | TABLESPACE) nameList                        # plainTarget
  | LARGE OBJECT signedNumber (COMMA signedNumber)*                                  # largeObjectsTarget
  | PARAMETER variableName (COMMA variableName)*                                     # parametersTarget
  | ALL kind=(TABLES | SEQUENCES | FUNCTIONS | PROCEDURES | ROUTINES) IN SCHEMA nameList # allInSchemaTarget
  ;

grantees
  : names+=grantee (COMMA names+=grantee)*
  ;

grantee
  : GROUP? roleName
  ;

grantedBy
  : GRANTED BY roleName
  ;

grantRoleOption
  : name=colLabel value=(OPTION | TRUE | FALSE)
  ;

alterDefaultPrivilegesStmt
  : ALTER DEFAULT PRIVILEGES options+=defaultPrivilegeOption*
    ( GRANT privileges ON defaultPrivilegeTarget TO grantees (WITH GRANT OPTION)?
    | REVOKE (GRANT OPTION FOR)? privileges ON defaultPrivilegeTarget FROM grantees dropBehavior?
    )
  ;

defaultPrivilegeOption
  : IN SCHEMA nameList
  | FOR (ROLE | USER) roleNames
  ;

defaultPrivilegeTarget
  : TABLES | FUNCTIONS | ROUTINES | SEQUENCES | TYPES | SCHEMAS
  ;

// Extensions, access methods, foreign data

createExtensionStmt
  : CREATE EXTENSION ifNotExists? name=colId WITH? options+=extensionOption*
  ;

extensionOption
  : SCHEMA schema=colId
  | VERSION version=wordOrString
  | CASCADE
  ;

alterExtensionStmt
  : ALTER EXTENSION name=colId UPDATE (TO version=wordOrString)*                     # updateExtension
  | ALTER EXTENSION name=colId (ADD | DROP) objectReference                          # changeExtensionContents
  | ALTER EXTENSION name=colId schemaChange                                          # moveExtension
  ;

createAccessMethodStmt
  : CREATE ACCESS METHOD name=colId TYPE (INDEX | TABLE) HANDLER handler=anyName
  ;

createForeignDataWrapperStmt
  : CREATE FOREIGN DATA WRAPPER name=colId options+=wrapperOption* genericOptions?
  ;

wrapperOption
  : (HANDLER | VALIDATOR) anyName
  | NO (HANDLER | VALIDATOR)
  ;

alterForeignDataWrapperStmt
  : ALTER FOREIGN DATA WRAPPER name=colId
    (options+=wrapperOption+ alterGenericOptions? | alterGenericOptions | objectRename | ownerChange)
  ;

createServerStmt
  : CREATE SERVER ifNotExists? name=colId (TYPE type=SCONST)? serverVersion? FOREIGN DATA WRAPPER wrapper=colId genericOptions?
  ;

serverVersion
  : VERSION (SCONST | NULL)
  ;

alterServerStmt
  : ALTER SERVER name=colId (serverVersion alterGenericOptions? | alterGenericOptions | objectRename | ownerChange)
  ;

createUserMappingStmt
  : CREATE USER MAPPING ifNotExists? FOR mappingUser SERVER server=colId genericOptions?
  ;

alterUserMappingStmt
  : ALTER USER MAPPING FOR mappingUser SERVER server=colId alterGenericOptions
  ;

mappingUser
  : roleName
  | USER
  ;

importForeignSchemaStmt
  : IMPORT FOREIGN SCHEMA remote=colId ((LIMIT TO | EXCEPT) LP tables+=relation (COMMA tables+=relation)* RP)?
    FROM SERVER server=colId INTO local=colId genericOptions?
  ;

// Replication

createPublicationStmt
  : CREATE PUBLICATION name=colId (FOR (ALL TABLES | publicationObjects))? (WITH definition)?
  ;

alterPublicationStmt
  : ALTER PUBLICATION name=colId (SET definition | (ADD | SET | DROP) publicationObjects | objectRename | ownerChange)
  ;

publicationObjects
  : objects+=publicationObject (COMMA objects+=publicationObject)*
  ;

publicationObject
  : TABLE? relation (LP columns=nameList RP)? (WHERE LP expr RP)?                    # publicationTable
  | TABLES IN SCHEMA (colId | CURRENT_SCHEMA)                                        # publicationSchema
  | CURRENT_SCHEMA                                                                   # publicationCurrentSchema
  ;

createSubscriptionStmt
  : CREATE SUBSCRIPTION name=colId CONNECTION connection=SCONST PUBLICATION nameList (WITH definition)?
  ;

alterSubscriptionStmt
  : ALTER SUBSCRIPTION name=colId
    ( SET definition
    | CONNECTION connection=SCONST
    | REFRESH PUBLICATION (WITH definition)?
    | (ADD | DROP | SET) PUBLICATION nameList (WITH definition)?
    | ENABLE
    | DISABLE
    | SKIP definition
    | objectRename
    | ownerChange
    )
  ;
