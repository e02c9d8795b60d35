/**
 * 破坏: breaks a running hub on purpose, again and again by a seed, under load over all its inlets, and lets its ledger be audited after each blow.
 * In: how many cycles, which faults, a seed.
 * Out: for each fault what was lost, doubled or astray, and how long until something was taken again; added to the results of all runs.
 * Refuses to know: the hub's classes, but for the names of the methods at which it is told to die.
 * Allowed neighbours: measure, stage, inlets (a SOAP token).
 */
@NullMarked
package org.tongqu.bench.chaos;

import org.jspecify.annotations.NullMarked;
