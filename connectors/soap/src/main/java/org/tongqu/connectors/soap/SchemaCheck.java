package org.tongqu.connectors.soap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Holds a payload against our schema and says everything that does not fit, each where it stands and once. */
final class SchemaCheck {
    private static final Schema SCHEMA = HardenedXml.schema(Contract.schema());
    private static final int MAX_REFUSALS = 200;
    /** The rule's own name in the standard, which every validator prints: {@code cvc-datatype-valid.1.2.1}. */
    private static final Pattern RULE = Pattern.compile("^(cvc-[A-Za-z0-9.-]+)");
    /** What would be allowed, as validators list it: {@code {"urn:tongqu:factory:1":customer}}. */
    private static final Pattern ALLOWED = Pattern.compile("\"" + Pattern.quote(Contract.NAMESPACE) + "\":(\\w+)");

    private SchemaCheck() {}

    /** @throws XMLStreamException where the bytes are no XML at all */
    static List<Refusal> check(byte[] payload, Shape shape, @Nullable String document) throws XMLStreamException {
        XMLStreamReader reader = HardenedXml.reader(payload, null);
        PlaceReader places = new PlaceReader(reader, shape, document);
        Complaints complaints = new Complaints(places);
        ValidatorHandler validator = SCHEMA.newValidatorHandler();
        validator.setErrorHandler(complaints);
        try {
            new SaxFeed(places, validator).run();
        } catch (SAXException unreadable) {
            throw new XMLStreamException("not well formed", reader.getLocation(), unreadable);
        } finally {
            reader.close();
        }
        return List.copyOf(complaints.byPlace.values());
    }

    private static final class Complaints implements ErrorHandler {
        private final PlaceReader places;
        private final Map<String, Refusal> byPlace = new LinkedHashMap<>();

        Complaints(PlaceReader places) {
            this.places = places;
        }

        @Override
        public void warning(SAXParseException odd) {
            error(odd);
        }

        @Override
        public void error(SAXParseException wrong) {
            if (byPlace.size() < MAX_REFUSALS) {
                byPlace.computeIfAbsent(places.pointer(), place -> refusal(place, String.valueOf(wrong.getMessage())));
            }
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }

        private static Refusal refusal(String place, String message) {
            String rule = RULE.matcher(message)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("cvc");
            List<String> allowed = ALLOWED.matcher(message)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !place.matches(".*/" + name + "(/[0-9]+)?"))
                    .distinct()
                    .toList();
            return Words.schema(place, rule, String.join(", ", allowed));
        }
    }
}
