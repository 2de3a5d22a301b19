/** PostgreSQL 17's grammar. Input is a list of tokens of PostgresLexer; one statement at a time. */
parser grammar PostgresParser;

options {
    superClass = PostgresParserBase;
}

import PostgresIdentifiers, PostgresTypes, PostgresExpressions, PostgresQueries, PostgresDataStatements;

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

statement
  : dataStatement                                                                    # dataStatementAlternative
  ;
