package org.tongqu.hub.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sluice before all inlets, and what sets it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeLimits.class)
class IntakeConfiguration {
    @Bean
    StoreFull storeFull(Clock clock, IntakeLimits limits) {
        return new StoreFull(clock, limits.storeFullRest());
    }

    @Bean
    IntakeMeter intakeMeter(
            @Value("${tongqu.home}") Path home, Backlog backlog, Wall wall, IntakeLimits limits, StoreFull storeFull) {
        return new IntakeMeter(
                home,
                backlog,
                wall,
                limits,
                storeFull,
                ManagementFactory.getMemoryPoolMXBeans(),
                ManagementFactory.getMemoryMXBean()::gc);
    }

    @Bean
    IntakeSluice intakeSluice(IntakeReadings readings, IntakeLimits limits, MeterRegistry meters) {
        IntakeSluice sluice =
                new IntakeSluice(readings, limits, Runtime.getRuntime().maxMemory());
        gauge(
                meters,
                "tongqu.intake.gate",
                "0 open, 1 slow, 2 shut: what the inlets of this process let in",
                sluice::degree);
        gauge(meters, "tongqu.intake.working", "Callers of this process being worked on", sluice::working);
        gauge(
                meters,
                "tongqu.intake.held.bytes",
                "Bytes of callers' bodies in the memory of this process",
                sluice::held);
        return sluice;
    }

    private static void gauge(MeterRegistry meters, String name, String says, java.util.function.Supplier<Number> of) {
        Gauge.builder(name, of).description(says).register(meters);
    }
}
