package org.tongqu.hub.customers;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers.SourceKind;

/** Weighs each value of a customer by the words of all sources in the asker's sight. */
@Component
class Confidences {
    private static final String AGENT = SourceKind.AGENT.name();

    private final FilesStore store;
    private final TrustStore trust;
    private final UpkeepPeriods periods;

    Confidences(FilesStore store, TrustStore trust, UpkeepPeriods periods) {
        this.store = store;
        this.trust = trust;
        this.periods = periods;
    }

    Map<String, CustomersPages.Value> of(String customer, Map<String, CustomersPages.Value> values) {
        List<FilesStore.Voice> voices = store.voices(customer);
        Map<String, Integer> honesty = trust.percents(values.values().stream()
                .filter(value -> AGENT.equals(value.sourceKind()))
                .map(CustomersPages.Value::source)
                .filter(Objects::nonNull)
                .toList());
        Map<String, CustomersPages.Value> weighed = new HashMap<>();
        values.forEach((field, value) -> weighed.put(field, weighed(field, value, voices, honesty)));
        return weighed;
    }

    private CustomersPages.Value weighed(
            String field, CustomersPages.Value value, List<FilesStore.Voice> voices, Map<String, Integer> honesty) {
        if (value.sourceKind() == null || value.observedAt() == null) {
            return value;
        }
        List<FilesStore.Voice> others = voices.stream()
                .filter(voice -> voice.field().equals(field))
                .filter(voice -> !voice.source().equals(value.source()))
                .toList();
        long agreeing = others.stream()
                .filter(voice -> plain(voice.value()).equals(plain(value.value())))
                .count();
        return value.with(Confidence.of(
                new Confidence.Evidence(
                        value.sourceKind(),
                        Objects.requireNonNull(value.observedAt()).toInstant(),
                        agreeing,
                        others.size() - agreeing,
                        field.equals(GoldenField.USCC.shown()),
                        honesty.get(value.source())),
                periods.now()));
    }

    private static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }
}
