package org.tongqu.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("CPU time as Linux counts it")
@EnabledOnOs(OS.LINUX)
class CpuTest {
    private static final String LINE =
            "4711 (postgres: a) b (x) S 42 4711 4711 0 -1 4194560 1 2 3 4 150 50 700 300 20 0 1 0 12345 1 2";

    @Test
    @DisplayName("a program's own time and that of its ended children are read past a name with blanks and brackets")
    void aLineIsReadPastItsName() {
        Cpu.Stat stat = Cpu.Stat.of(LINE);

        assertThat(stat.parent()).isEqualTo(42);
        assertThat(stat.own()).isEqualTo(Duration.ofSeconds(2));
        assertThat(stat.ended()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("work of a child that ended in between is not lost")
    void anEndedChildIsNotLost() throws Exception {
        long self = ProcessHandle.current().pid();
        Cpu before = Cpu.of(self, self);
        Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done").start();

        assertThat(child.waitFor()).isZero();

        Cpu spent = Cpu.of(self, self).since(before);
        assertThat(spent.server().minus(spent.program())).isGreaterThan(Duration.ofMillis(30));
        assertThat(spent.micros()).isGreaterThan(30_000);
    }
}
