package org.tongqu.bench.plain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.DataSource;
import no.priv.garshol.duke.Logger;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.RecordIterator;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/**
 * Duke 1.2 with Lucene in memory: fifty candidates a record by name, code, telephones, mail and contact, compared by Duke's own comparators.
 * Its probabilities were fitted on a quarter of the set's firms with their truth, for the F1 of its groups; a former name is a second name.
 */
final class DukeLinks implements Linker {
    private static final int CANDIDATES = 50;
    private static final int BATCH = 40_000;

    @Override
    public List<Link> links(List<Firm> firms, double atLeast) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setProperties(properties());
        configuration.setThreshold(atLeast);
        LuceneDatabase lucene = new LuceneDatabase();
        lucene.setMaxSearchHits(CANDIDATES);
        lucene.setFuzzySearch(false);
        lucene.setConfiguration(configuration);
        configuration.setDatabase(lucene);
        configuration.validate();
        List<Link> links = new ArrayList<>();
        Processor processor = new Processor(configuration, lucene);
        processor.addMatchListener(new Heard(links));
        processor.deduplicate(List.of(new Firms(firms)), BATCH);
        processor.close();
        return links;
    }

    private static List<Property> properties() {
        Comparator exact = new ExactComparator();
        return List.of(
                new PropertyImpl("id"),
                property("name", new QGramComparator(), 0.11, 0.94, true),
                property("uscc", exact, 0.015, 0.999, true),
                property("phone", exact, 0.4, 0.93, true),
                property("mobile", exact, 0.47, 0.9, true),
                property("email", exact, 0.49, 0.91, true),
                property("contact_name", exact, 0.4, 0.86, true),
                property("province", exact, 0.41, 0.54, false),
                property("city", exact, 0.1, 0.55, false),
                property("region", exact, 0.1, 0.55, false),
                property("district", exact, 0.32, 0.68, false),
                property("address", new QGramComparator(), 0.11, 0.85, false));
    }

    /** @param low and high are how likely two records are one where this differs and where it is the same */
    private static Property property(String name, Comparator comparator, double low, double high, boolean isKey) {
        PropertyImpl property = new PropertyImpl(name, comparator, low, high);
        property.setLookupBehaviour(isKey ? Property.Lookup.TRUE : Property.Lookup.FALSE);
        return property;
    }

    /** Collects what Duke finds. */
    private static final class Heard extends AbstractMatchListener {
        private final List<Link> links;

        Heard(List<Link> links) {
            this.links = links;
        }

        @Override
        public void matches(Record one, Record other, double confidence) {
            links.add(new Link(one.getValue("id"), other.getValue("id"), confidence));
        }
    }

    /** The records as Duke reads them. */
    private record Firms(List<Firm> firms) implements DataSource {
        @Override
        public RecordIterator getRecords() {
            Iterator<Firm> each = firms.iterator();
            return new RecordIterator() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Record next() {
                    return record(each.next());
                }
            };
        }

        @Override
        public void setLogger(Logger logger) {
            // nothing is said while time is taken
        }

        private static Record record(Firm firm) {
            RecordImpl record = new RecordImpl();
            record.addValue("id", firm.id());
            firm.values()
                    .forEach((column, value) -> record.addValue(column.equals("former_name") ? "name" : column, value));
            return record;
        }
    }
}
