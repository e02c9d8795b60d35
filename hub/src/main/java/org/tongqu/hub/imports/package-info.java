/**
 * Address books of people (通讯录): what a file would come to before it is accepted, what it came to, and the way back. Refuses to know: which
 * records are one firm; what becomes of a customer.
 * In: files handed in on a page, acts of people. Out: source records, and their withdrawal.
 * Allowed neighbours: platform, people, partners, journal, matching, customers.
 */
@NullMarked
@ApplicationModule(
        displayName = "imports 导入通讯录",
        allowedDependencies = {"platform", "people", "partners", "journal", "matching", "customers"})
package org.tongqu.hub.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
