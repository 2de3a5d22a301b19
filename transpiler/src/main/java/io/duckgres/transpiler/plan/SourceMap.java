package io.duckgres.transpiler.plan;

import java.util.Arrays;

/**
 * From positions in the generated SQL to positions in the client's statement.
 *
 * <p>Both are 0-based UTF-16 offsets. The map knows the start of each part that has a source; a
 * position in between belongs to the part before it.
 */
public final class SourceMap {
  /** The map of a statement that is not in the client's text. */
  public static final SourceMap EMPTY = new SourceMap(new int[0], new int[0]);

  private final int[] generated;
  private final int[] source;

  /**
   * @param generated offsets in the generated SQL, ascending
   * @param source for each of them the offset in the client's statement
   */
  public SourceMap(int[] generated, int[] source) {
    this.generated = generated.clone();
    this.source = source.clone();
  }

  /** The source offset of a generated offset, or -1 when it has none. */
  public int sourceOf(int generatedOffset) {
    int found = Arrays.binarySearch(generated, generatedOffset);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? -1 : source[index];
  }

  /** The map of the same SQL behind a prefix of {@code length} characters without a source. */
  public SourceMap shifted(int length) {
    int[] moved = generated.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += length;
    }
    return new SourceMap(moved, source);
  }
}
