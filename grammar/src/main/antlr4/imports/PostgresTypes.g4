/** Names of types and of other objects (manual: "Data Types", "Identifiers and Key Words"). */
parser grammar PostgresTypes;

/** Name that may be qualified (gram.y: any_name). */
anyName
  : parts+=colId (DOT attributes+=colLabel)*
  ;

anyNameList
  : names+=anyName (COMMA names+=anyName)*
  ;

nameList
  : names+=colId (COMMA names+=colId)*
  ;

/** Any type, with array bounds (gram.y: Typename). */
typeName
  : setof=SETOF? simpleTypeName (bounds+=arrayBound* | ARRAY (LB size=ICONST RB)?)
  ;

arrayBound
  : LB size=ICONST? RB
  ;

simpleTypeName
  : head=typeFunctionName (DOT attributes+=colLabel)* typeModifiers?                 # namedType
  | builtinType                                                                      # builtinTypeName
  | INTERVAL (intervalFields | LP precision=ICONST RP)?                              # intervalType
  ;

/** The types whose names are keywords, INTERVAL excepted. */
builtinType
  : name=(INT | INTEGER | SMALLINT | BIGINT | REAL | BOOLEAN | JSON)                 # plainType
  | FLOAT (LP precision=ICONST RP)?                                                  # floatType
  | DOUBLE PRECISION                                                                 # doublePrecisionType
  | name=(DECIMAL | DEC | NUMERIC) typeModifiers?                                    # numericType
  | BIT varying=VARYING? typeModifiers?                                              # bitType
  | (CHARACTER | CHAR | NATIONAL (CHARACTER | CHAR) | NCHAR) varying=VARYING? (LP length=ICONST RP)? # characterType
  | VARCHAR (LP length=ICONST RP)?                                                   # varcharType
  | name=(TIMESTAMP | TIME) (LP precision=ICONST RP)? (zone=(WITH_LA | WITHOUT_LA) TIME ZONE)? # dateTimeType
  ;

typeModifiers
  : LP expressions+=expr (COMMA expressions+=expr)* RP
  ;

intervalFields
  : YEAR (TO MONTH)?
  | MONTH
  | DAY (TO (HOUR | MINUTE | intervalSecond))?
  | HOUR (TO (MINUTE | intervalSecond))?
  | MINUTE (TO intervalSecond)?
  | intervalSecond
  ;

intervalSecond
  : SECOND (LP precision=ICONST RP)?
  ;

/** A literal of a type whose name is a keyword: numeric(3,1) '1.5', interval '1' day. */
builtinTypeLiteral
  : builtinType literal=SCONST                                                       # builtinLiteral
  | INTERVAL literal=SCONST intervalFields?                                          # intervalLiteral
  | INTERVAL LP precision=ICONST RP literal=SCONST                                   # intervalPrecisionLiteral
  ;
