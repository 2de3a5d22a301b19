/** PostgreSQL 17's grammar. Input is a list of tokens of PostgresLexer; one statement at a time. */
parser grammar PostgresParser;

options {
    superClass = PostgresParserBase;
}

import PostgresIdentifiers, PostgresTypes, PostgresExpressions, PostgresQueries, PostgresDataStatements,
    PostgresTableStatements, PostgresSessionStatements, PostgresRoutineStatements, PostgresObjectStatements;

// Entry points

singleStatement
  : statement EOF
  ;

singleExpression
  : expr EOF
  ;

singleTypeName
  : typeName EOF
  ;

/** One statement; each alternative is one rule, so that its only child says which statement it is. */
statement
  // Queries and changes of rows
  : dataStatement
  // Transactions, settings, session
  | transactionStmt
  | setStmt
  | resetStmt
  | showStmt
  | discardStmt
  | listenStmt
  | unlistenStmt
  | notifyStmt
  | loadStmt
  | alterSystemStmt
  // Prepared statements, cursors, COPY
  | prepareStmt
  | executeStmt
  | deallocateStmt
  | explainStmt
  | declareCursorStmt
  | fetchStmt
  | closeStmt
  | copyStmt
  | doStmt
  | callStmt
  // Maintenance
  | vacuumStmt
  | analyzeStmt
  | clusterStmt
  | reindexStmt
  | checkpointStmt
  | lockStmt
  | refreshMaterializedViewStmt
  // Tables, views, indexes, sequences, schemas
  | createTableStmt
  | createForeignTableStmt
  | createSchemaStmt
  | createViewStmt
  | createMaterializedViewStmt
  | createIndexStmt
  | createSequenceStmt
  | createStatisticsStmt
  | alterTableStmt
  | truncateStmt
  // All objects
  | dropStmt
  | dropFunctionStmt
  | commentStmt
  | securityLabelStmt
  | alterObjectStmt
  | reassignOwnedStmt
  // Types, functions, operators
  | createTypeStmt
  | alterTypeStmt
  | createDomainStmt
  | alterDomainStmt
  | createFunctionStmt
  | alterFunctionStmt
  | createAggregateStmt
  | createOperatorStmt
  | alterOperatorStmt
  | createOperatorClassStmt
  | createOperatorFamilyStmt
  | alterOperatorClassStmt
  | createCastStmt
  | createTransformStmt
  | createConversionStmt
  | createCollationStmt
  | createLanguageStmt
  | createTextSearchStmt
  | alterTextSearchStmt
  | createAssertionStmt
  // Triggers, rules, policies
  | createTriggerStmt
  | createEventTriggerStmt
  | alterEventTriggerStmt
  | createRuleStmt
  | createPolicyStmt
  | alterPolicyStmt
  // Databases, roles, privileges
  | createDatabaseStmt
  | alterDatabaseStmt
  | createTablespaceStmt
  | alterTablespaceStmt
  | createRoleStmt
  | alterRoleStmt
  | grantStmt
  | revokeStmt
  | alterDefaultPrivilegesStmt
  // Extensions, foreign data, replication
  | createExtensionStmt
  | alterExtensionStmt
  | createAccessMethodStmt
  | createForeignDataWrapperStmt
  | alterForeignDataWrapperStmt
  | createServerStmt
  | alterServerStmt
  | createUserMappingStmt
  | alterUserMappingStmt
  | importForeignSchemaStmt
  | createPublicationStmt
  | alterPublicationStmt
  | createSubscriptionStmt
  | alterSubscriptionStmt
  ;
