package io.duckgres.catalog.scalar;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A function written in Java.
 *
 * @param name its name for the engine
 * @param parameters Java classes of its parameters; of one that takes any number, the first ones
 * @param result Java class of its result
 * @param form how it takes NULLs and further arguments
 * @param body what it does
 */
record ScalarFunction(
    String name,
    List<Class<?>> parameters,
    Class<?> result,
    Form form,
    Function<Object[], Object> body) {
  /** How a function is called. */
  enum Form {
    /** NULL for any argument gives NULL. */
    STRICT,
    /** It gets NULLs. */
    WITH_NULLS,
    /** Any number of strings, NULLs among them. */
    ANY_NUMBER
  }

  static final Class<String> TEXT = String.class;
  static final Class<Integer> INT = Integer.class;
  static final Class<Boolean> BOOL = Boolean.class;

  static <A, R> ScalarFunction of(
      String name, Class<A> parameter, Class<R> result, Function<A, R> body) {
    return new ScalarFunction(
        name,
        List.of(parameter),
        result,
        Form.STRICT,
        arguments -> body.apply(parameter.cast(arguments[0])));
  }

  static <A, B, R> ScalarFunction of(
      String name, Class<A> first, Class<B> second, Class<R> result, BiFunction<A, B, R> body) {
    return new ScalarFunction(
        name,
        List.of(first, second),
        result,
        Form.STRICT,
        arguments -> body.apply(first.cast(arguments[0]), second.cast(arguments[1])));
  }

  /** A function of any number of texts, which gets NULLs. */
  static <R> ScalarFunction ofTexts(String name, Class<R> result, Function<String[], R> body) {
    return new ScalarFunction(
        name, List.of(), result, Form.ANY_NUMBER, arguments -> body.apply(texts(arguments)));
  }

  /** A function of this many texts, NULL when one of them is. */
  static <R> ScalarFunction ofTexts(
      String name, int count, Class<R> result, Function<String[], R> body) {
    return new ScalarFunction(
        name,
        java.util.Collections.nCopies(count, TEXT),
        result,
        Form.STRICT,
        arguments -> body.apply(texts(arguments)));
  }

  private static String[] texts(Object[] arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      texts[i] = (String) arguments[i];
    }
    return texts;
  }
}
