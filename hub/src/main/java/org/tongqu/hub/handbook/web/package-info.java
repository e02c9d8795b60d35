/**
 * The visit handbook (拜访手册) over HTTP: the form of a visit, the handbook to read and to edit.
 * In: requests of signed-in people. Out: pages, JSON, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.handbook.web;

import org.jspecify.annotations.NullMarked;
