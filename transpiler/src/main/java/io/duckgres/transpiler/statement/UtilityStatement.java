package io.duckgres.transpiler.statement;

/** A statement that is neither a query nor INSERT, UPDATE, DELETE or MERGE. */
public sealed interface UtilityStatement
    permits TransactionStatement,
        SettingStatement,
        SessionStatement,
        CursorStatement,
        CopyStatement,
        MaintenanceStatement,
        DefinitionStatement,
        DatabaseStatement,
        RefusedStatement,
        PrivilegeStatement,
        UnsupportedStatement {}
