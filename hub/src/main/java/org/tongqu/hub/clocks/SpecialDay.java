package org.tongqu.hub.clocks;

import java.time.LocalDate;

/**
 * A day that is otherwise than its weekday says.
 *
 * @param kind OFF, WORK, or WEEK for as the weekday says again
 * @param source who published it, or why the house does so
 */
public record SpecialDay(LocalDate day, String kind, String name, String source, String by) {}
