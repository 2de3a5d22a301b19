SELECT * FROM ${engine.routines}
