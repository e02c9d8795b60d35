package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The demo shares no code with the product, so it has a copy of the contract, as every partner does. */
class ContractCopyTest {
    @Test
    void theDemosCopyOfTheSoapContractIsTheHubs() {
        Path hubs = Product.root().resolve("connectors/soap/src/main/resources/wsdl/tongqu-1.xsd");

        assertThat(Product.root().resolve("demo/src/test/resources/org/tongqu/demo/line/tongqu-1.xsd"))
                .hasSameTextualContentAs(hubs);
    }
}
