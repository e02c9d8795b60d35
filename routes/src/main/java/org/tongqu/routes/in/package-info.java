/**
 * Inlets (进站): partners' drop folders and calls come in, and are kept by a door before anybody is told so.
 * Refuses to know: what is in a message, and what becomes of it. Chinese term: 进站.
 * Allowed neighbours: canon, connectors, routes.
 */
@NullMarked
package org.tongqu.routes.in;

import org.jspecify.annotations.NullMarked;
