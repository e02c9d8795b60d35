package org.tongqu.hub;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.NoopTracerAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.prometheus.PrometheusExemplarsAutoConfiguration;

/** Spans are sent only where somebody asked for them; else none of the parts that make, keep and send them is there, nor their threads. */
final class Traces {
    private static final String LEFT_OUT = "spring.autoconfigure.exclude";

    /** The log stays a file. */
    private static final List<Class<?>> NEVER =
            List.of(OpenTelemetryLoggingAutoConfiguration.class, OtlpLoggingAutoConfiguration.class);

    private static final List<Class<?>> WHERE_ASKED = List.of(
            OpenTelemetryAutoConfiguration.class,
            OpenTelemetryTracingAutoConfiguration.class,
            OtlpTracingAutoConfiguration.class,
            MicrometerTracingAutoConfiguration.class,
            NoopTracerAutoConfiguration.class,
            PrometheusExemplarsAutoConfiguration.class);

    private Traces() {}

    /** @param endpoint that takes OTLP over HTTP, or null for none */
    static Map<String, Object> properties(@Nullable String endpoint) {
        return endpoint == null
                ? Map.of(LEFT_OUT, names(Stream.concat(NEVER.stream(), WHERE_ASKED.stream())))
                : Map.of(LEFT_OUT, names(NEVER.stream()), "management.otlp.tracing.endpoint", endpoint);
    }

    private static String names(Stream<Class<?>> parts) {
        return parts.map(Class::getName).collect(Collectors.joining(","));
    }
}
