package io.gleamflow.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@Flow(value = "customers.yaml", params = "size=2")
class CustomersTest {

    @Test
    void customersHaveNames(@Output("customers.csv") Path customers) throws Exception {
        List<String> lines = Files.readAllLines(customers);
        assertThat(lines).containsExactly("id,name", "1,Customer 1", "2,Customer 2");
    }
}
