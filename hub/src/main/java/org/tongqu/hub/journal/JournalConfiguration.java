package org.tongqu.hub.journal;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the journal keep house by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JournalConfiguration {}
