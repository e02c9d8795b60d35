/**
 * Orders and agents' reported sales over HTTP (查询接口), read only: what comes in as a message enters through the routes.
 * In: questions. Out: lists, newest first. Refuses to know: SQL, and who may see what, which the wall decides.
 * Allowed neighbours: sales, platform.
 */
@NullMarked
package org.tongqu.hub.sales.web;

import org.jspecify.annotations.NullMarked;
