package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Our WSDL and its schema, served as they were written but for the address they name. */
public final class Contract {
    /** Namespace of everything factories and hub say to each other. */
    public static final String NAMESPACE = "urn:tongqu:factory:1";

    static final QName SERVICE = name("FactoryService");
    static final QName PORT = name("FactoryPort");
    static final QName INBOX_SERVICE = name("FactoryInboxService");
    static final QName INBOX_PORT = name("FactoryInboxPort");

    private static final String SCHEMA = "tongqu-1.xsd";
    private static final String WRITTEN_ADDRESS = "http://localhost:8080/ws/factory";

    private Contract() {}

    static QName name(String local) {
        return new QName(NAMESPACE, local);
    }

    /**
     * What {@code GET} answers, if anything is there.
     *
     * @param base address of {@code /ws} as the asker sees it, e.g. {@code http://localhost:8080/ws}
     * @param document {@code factory} or {@code factory-inbox}
     * @param query {@code wsdl} or {@code xsd=tongqu-1.xsd}
     */
    public static Optional<byte[]> read(String base, String document, String query) {
        return switch (document + "?" + query) {
            case "factory?wsdl", "factory-inbox?wsdl" -> Optional.of(wsdl(base, document));
            case "factory?xsd=" + SCHEMA, "factory-inbox?xsd=" + SCHEMA -> Optional.of(bytes(SCHEMA));
            default -> Optional.empty();
        };
    }

    private static byte[] wsdl(String base, String document) {
        return new String(bytes(document + ".wsdl"), UTF_8)
                .replace(WRITTEN_ADDRESS, base + "/factory")
                .replace("schemaLocation=\"" + SCHEMA, "schemaLocation=\"" + base + "/" + document + "?xsd=" + SCHEMA)
                .getBytes(UTF_8);
    }

    static URL schema() {
        return resource(SCHEMA);
    }

    static URL wsdl(String name) {
        return resource(name);
    }

    private static byte[] bytes(String name) {
        try (InputStream file = resource(name).openStream()) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Contract.class.getResource("/wsdl/" + name), name);
    }
}
