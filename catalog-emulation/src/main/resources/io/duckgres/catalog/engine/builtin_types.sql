SELECT oid, typlen, typbyval, typcategory, typalign, typstorage, typcollation, typoutput, typsend, typname, typelem
FROM ${static.pg_type}
