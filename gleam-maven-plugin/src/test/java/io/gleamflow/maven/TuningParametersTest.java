package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.Tuning;
import java.time.Duration;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningParametersTest {

    @Test
    void nothingIsAskedForByDefault() throws Exception {
        assertThat(TuningParameters.of(null, null, null)).isEqualTo(Tuning.NONE);
    }

    @Test
    void whatIsAskedForIsUnderstood() throws Exception {
        Tuning tuning = TuningParameters.of(3, "2mb", "10m");
        assertThat(tuning.partitions()).hasValue(3);
        assertThat(tuning.memory()).hasValue(2 << 20);
        assertThat(tuning.timeout()).contains(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "0s", "-1s", "ten minutes", "1.5h"})
    void aTimeThatIsNoneIsRefused(String timeout) {
        assertThatThrownBy(() -> TuningParameters.of(null, null, timeout))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("gleam.timeout is " + timeout + "; write a time such as 10m");
    }
}
