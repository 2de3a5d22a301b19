package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.BOOL;
import static io.duckgres.catalog.scalar.ScalarFunction.INT;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import io.duckgres.json.JsonReader;
import io.duckgres.json.Jsonb;
import java.util.List;

/** json and jsonb. */
final class JsonScalars {
  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_json_in", TEXT, TEXT, JsonScalars::json),
          ScalarFunction.of("pg_jsonb_in", TEXT, TEXT, Jsonb::canonical),
          ScalarFunction.of("pg_json_field", TEXT, TEXT, TEXT, JsonAccess::field),
          ScalarFunction.of("pg_json_field_text", TEXT, TEXT, TEXT, JsonAccess::fieldText),
          ScalarFunction.of("pg_json_element", TEXT, INT, TEXT, JsonAccess::element),
          ScalarFunction.of("pg_json_element_text", TEXT, INT, TEXT, JsonAccess::elementText),
          ScalarFunction.of("pg_jsonb_element", TEXT, INT, TEXT, JsonAccess::elementOrScalar),
          ScalarFunction.of(
              "pg_jsonb_element_text", TEXT, INT, TEXT, JsonAccess::elementTextOrScalar),
          ScalarFunction.of("pg_json_path", TEXT, TEXT, TEXT, JsonAccess::path),
          ScalarFunction.of("pg_json_path_text", TEXT, TEXT, TEXT, JsonAccess::pathText),
          ScalarFunction.of("pg_json_typeof", TEXT, TEXT, JsonAccess::typeOf),
          ScalarFunction.of("pg_json_array_length", TEXT, INT, JsonAccess::arrayLength),
          ScalarFunction.of("pg_json_elements", TEXT, TEXT, TEXT, JsonAccess::elements),
          ScalarFunction.of("pg_json_element_texts", TEXT, TEXT, TEXT, JsonAccess::elementTexts),
          ScalarFunction.of("pg_json_keys", TEXT, TEXT, TEXT, JsonAccess::keys),
          ScalarFunction.of("pg_json_each_keys", TEXT, TEXT, TEXT, JsonAccess::eachKeys),
          ScalarFunction.of("pg_json_each_values", TEXT, TEXT, TEXT, JsonAccess::eachValues),
          ScalarFunction.of("pg_json_each_texts", TEXT, TEXT, TEXT, JsonAccess::eachTexts),
          ScalarFunction.of("pg_jsonb_contains", TEXT, TEXT, BOOL, JsonTests::contains),
          ScalarFunction.of("pg_jsonb_exists", TEXT, TEXT, BOOL, JsonTests::exists),
          ScalarFunction.of("pg_jsonb_exists_any", TEXT, TEXT, BOOL, JsonTests::existsAny),
          ScalarFunction.of("pg_jsonb_exists_all", TEXT, TEXT, BOOL, JsonTests::existsAll),
          ScalarFunction.ofStrictTexts("pg_sqljson_exists", TEXT, SqlJsonFunctions::exists),
          ScalarFunction.ofStrictTexts("pg_sqljson_value", TEXT, SqlJsonFunctions::value),
          ScalarFunction.ofStrictTexts("pg_sqljson_query", TEXT, SqlJsonFunctions::query),
          ScalarFunction.ofTexts("pg_sqljson_object", TEXT, SqlJsonFunctions::object),
          ScalarFunction.ofTexts("pg_sqljson_array", TEXT, SqlJsonFunctions::array),
          ScalarFunction.ofTexts("pg_jsonb_assign", TEXT, JsonbAssignment::assign),
          ScalarFunction.of("pg_json_unique", TEXT, TEXT, SqlJsonFunctions::unique),
          ScalarFunction.of("pg_is_json", TEXT, TEXT, BOOL, SqlJsonFunctions::isJson),
          ScalarFunction.of("pg_jsonpath_in", TEXT, TEXT, PathFunctions::canonical),
          ScalarFunction.ofStrictTexts("pg_jsonb_path_exists", BOOL, PathFunctions::exists),
          ScalarFunction.ofStrictTexts("pg_jsonb_path_match", BOOL, PathFunctions::match),
          ScalarFunction.ofStrictTexts("pg_jsonb_path_query", TEXT, PathFunctions::query),
          ScalarFunction.ofStrictTexts("pg_jsonb_path_array", TEXT, PathFunctions::queryArray),
          ScalarFunction.ofStrictTexts("pg_jsonb_path_first", TEXT, PathFunctions::queryFirst),
          ScalarFunction.of("pg_jsonb_key", TEXT, TEXT, JsonTests::key),
          ScalarFunction.of("pg_jsonb_concat", TEXT, TEXT, TEXT, JsonEdit::concat),
          ScalarFunction.of("pg_jsonb_delete", TEXT, TEXT, TEXT, JsonEdit::deleteKey),
          ScalarFunction.of("pg_jsonb_delete_index", TEXT, INT, TEXT, JsonEdit::deleteIndex),
          ScalarFunction.of("pg_jsonb_delete_keys", TEXT, TEXT, TEXT, JsonEdit::deleteKeys),
          ScalarFunction.of("pg_jsonb_delete_path", TEXT, TEXT, TEXT, JsonEdit::deletePath),
          ScalarFunction.ofStrictTexts("pg_jsonb_set", TEXT, JsonEdit::set),
          ScalarFunction.ofTexts("pg_jsonb_set_lax", TEXT, JsonEdit::setLax),
          ScalarFunction.ofStrictTexts("pg_jsonb_insert", TEXT, JsonEdit::insert),
          ScalarFunction.of("pg_json_strip_nulls", TEXT, TEXT, JsonEdit::stripNullsOfJson),
          ScalarFunction.of("pg_jsonb_strip_nulls", TEXT, TEXT, JsonEdit::stripNulls),
          ScalarFunction.of("pg_jsonb_pretty", TEXT, TEXT, JsonScalars::pretty),
          ScalarFunction.of("pg_json_quote", TEXT, TEXT, Jsonb::quote),
          ScalarFunction.of("pg_jsonb_scalar", TEXT, TEXT, TEXT, JsonLeaves::scalar),
          ScalarFunction.ofStrictTexts("pg_json_member", TEXT, JsonRecords::member),
          ScalarFunction.of("pg_json_leaf", TEXT, TEXT, TEXT, JsonLeaves::leaf),
          ScalarFunction.ofStrictTexts("pg_json_array", TEXT, JsonLeaves::array),
          ScalarFunction.ofTexts("pg_json_build_object", TEXT, JsonBuild::object),
          ScalarFunction.ofTexts("pg_jsonb_build_object", TEXT, JsonBuild::objectOfJsonb),
          ScalarFunction.ofTexts("pg_json_build_array", TEXT, JsonBuild::array),
          ScalarFunction.ofTexts("pg_json_record", TEXT, JsonBuild::record),
          ScalarFunction.ofTexts("pg_json_entry", TEXT, JsonBuild::entry),
          ScalarFunction.of("pg_json_object", TEXT, TEXT, JsonBuild::objectOfArray),
          ScalarFunction.of("pg_json_object2", TEXT, TEXT, TEXT, JsonBuild::objectOfArrays));

  private JsonScalars() {}

  private static String json(String text) {
    JsonReader.json(text);
    return text;
  }

  private static String pretty(String text) {
    return Jsonb.pretty(JsonReader.json(text));
  }
}
