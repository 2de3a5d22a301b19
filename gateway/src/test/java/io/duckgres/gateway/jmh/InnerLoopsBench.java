package io.duckgres.gateway.jmh;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** All of them, or those whose name matches; {@code bin/bench --inner} runs it. */
class InnerLoopsBench {
  @Test
  void measures() throws Exception {
    Options options =
        new OptionsBuilder()
            .include(System.getProperty("duckgres.bench.inner", "") + ".*Benchmark")
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("--add-opens=java.base/java.nio=ALL-UNNAMED")
            .resultFormat(ResultFormatType.CSV)
            .result("target/inner-loops.csv")
            .build();
    new Runner(options).run();
  }
}
