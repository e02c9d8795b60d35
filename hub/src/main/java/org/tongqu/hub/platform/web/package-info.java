/**
 * How the ground answers over HTTP (回话): every trouble of an API becomes a problem with words in both languages.
 * In: whatever went wrong. Out: application/problem+json. Refuses to know: any room, and pages for people.
 * Allowed neighbours: platform.
 */
@NullMarked
package org.tongqu.hub.platform.web;

import org.jspecify.annotations.NullMarked;
