/**
 * The pages (页面) that need everybody: shell, home, sign-in, the need's road, the customer's whole story, search.
 * In: requests of signed-in people, records of the rooms. Out: HTML. Refuses to know: how anything is decided or stored.
 * Allowed neighbours: those of console.
 */
@NullMarked
package org.tongqu.hub.console.web;

import org.jspecify.annotations.NullMarked;
