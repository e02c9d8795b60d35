/**
 * 破坏: breaks a running hub on purpose, again and again by a seed, under load over all its inlets, and lets its ledger be audited against what
 * senders and factories wrote down by themselves. It knows the hub's addresses, its folders and, for the moments at which it dies, names of its methods.
 */
@NullMarked
package org.tongqu.bench.chaos;

import org.jspecify.annotations.NullMarked;
