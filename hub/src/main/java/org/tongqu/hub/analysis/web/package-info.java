/**
 * The analysis (需求分析) over HTTP: its page and its read API, the same for people and for a factory's feed.
 * In: requests of signed-in people and partners. Out: pages, JSON as the contract says. Refuses to know: SQL, how figures are counted.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.analysis.web;

import org.jspecify.annotations.NullMarked;
