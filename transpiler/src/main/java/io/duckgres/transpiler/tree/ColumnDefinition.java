package io.duckgres.transpiler.tree;

/** A column of a function's column definition list. */
public record ColumnDefinition(String name, TypeName type) {}
