package io.gleamflow.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.report.RunReport;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Flow("customers.yaml")
@TestMethodOrder(MethodOrderer.MethodName.class)
class FlowExtensionTest {

    private static Path ofTheClass = Path.of("");

    @BeforeAll
    static void outputsAreThereBeforeAllTests(@Output("customers.csv") Path customers) {
        ofTheClass = customers;
        assertThat(customers).hasContent("id,name\n1,Customer 1\n2,Customer 2\n3,Customer 3");
    }

    @BeforeEach
    void andBeforeEach(@Output("customers.csv") Path customers, @Output Path directory) {
        assertThat(customers).exists();
        assertThat(directory).isDirectory();
    }

    @Test
    void aTestTakesAFileAndTheReport(@Output("customers.csv") Path customers, RunReport report) {
        assertThat(customers).isEqualTo(ofTheClass);
        assertThat(report.flow()).isEqualTo("customers");
        assertThat(report.outputs())
                .singleElement()
                .satisfies(output -> assertThat(output.rows()).isEqualTo(3));
    }

    @Test
    @Flow(value = "customers", params = "size=1")
    void aMethodHasAFlowOfItsOwn(@Output("customers.csv") Path customers) {
        assertThat(customers).hasContent("id,name\n1,Customer 1").isNotEqualTo(ofTheClass);
    }

    @Test
    @Flow("totals")
    void aFlowMayReadWhatThatOfTheClassHasWritten(
            @Output("target/gleam-junit-totals.csv") Path totals, @Output("customers.csv") Path customers) {
        assertThat(totals).hasContent("customers\n3");
        assertThat(customers).as("that of the class").isEqualTo(ofTheClass);
    }

    @Test
    @Flow("customers")
    @Flow(value = "customers", params = "size=2")
    void flowsRunOneAfterTheOther(@Output("customers.csv") Path customers) {
        assertThat(customers).hasContent("id,name\n1,Customer 1\n2,Customer 2");
    }

    @Nested
    class InANestedClass {

        @Test
        void thoseOfTheClassAroundItAreThere(@Output("customers.csv") Path customers) {
            assertThat(customers).isEqualTo(ofTheClass);
        }
    }
}
