package io.gleamflow.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class FlowThatIsWrongTest {

    /** Not for Surefire: its methods fail, and are run by the tests around it. */
    static class Wrong {

        @Test
        @Flow("broken")
        void broken() {}

        @Test
        @Flow("fails")
        void fails() {}

        @Test
        @Flow("missing.yaml")
        void missing() {}

        @Test
        @Flow(value = "customers", params = "size")
        void noParameter() {}

        @Test
        @Flow(value = "customers", params = "sise=3")
        void unknownParameter() {}

        @Test
        @Flow("customers")
        void notWritten(@Output("custmers.csv") Path customers) {}
    }

    private static String failureOf(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Wrong.class.getName() + "#" + method))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("");
    }

    @Test
    void aDescriptorThatIsWrongFailsTheTestWithItsPlace() {
        assertThat(failureOf("broken"))
                .contains("src/test/gleam/broken.yaml:3:5")
                .contains("`wirte` is no verb")
                .contains("Did you mean `write`?");
    }

    @Test
    void aFlowThatFailsFailsTheTestWithItsPlace() {
        assertThat(failureOf("fails")).contains("src/test/gleam/fails.yaml:3").contains("map failed");
    }

    @Test
    void aMissingDescriptorIsToldWithThePlacesOneWouldLookAt() {
        assertThat(failureOf("missing"))
                .contains("@Flow(\"missing.yaml\"): no such descriptor", "src/test/gleam", "src/main/gleam");
    }

    @Test
    void aParameterWithoutAValueIsRefused() {
        assertThat(failureOf("noParameter")).contains("`size` is no parameter; write name=value");
    }

    @Test
    void aParameterThatTheFlowDoesNotHaveIsRefused() {
        assertThat(failureOf("unknownParameter")).contains("no parameter `sise`", "Did you mean `size`?");
    }

    @Test
    void anOutputThatNobodyHasWrittenIsToldWithThoseThatAreThere() {
        assertThat(failureOf("notWritten(java.nio.file.Path)"))
                .contains("@Output(\"custmers.csv\"): no flow has written it", "customers.csv");
    }
}
