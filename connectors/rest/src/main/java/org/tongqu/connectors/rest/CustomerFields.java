package org.tongqu.connectors.rest;

import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.CustomerSaid.ContactSaid;

/** The customer as visits and orders both carry it. */
final class CustomerFields {
    static final int NAME = 200;

    private CustomerFields() {}

    /** Reads {@code customer} of a document; a document without one is refused at {@code /customer/name}. */
    static @Nullable CustomerSaid required(Fields document) {
        if (!document.said("customer")) {
            document.refuse(Words.required(document.at("customer") + "/name", "customer.name"));
            return null;
        }
        Fields customer = document.object("customer");
        return customer == null ? null : read(customer);
    }

    private static @Nullable CustomerSaid read(Fields said) {
        String name = said.required("name", field -> said.text(field, NAME));
        String uscc = said.text("uscc", 64);
        String province = said.text("province", 64);
        String city = said.text("city", 64);
        String address = said.text("address", 500);
        Fields contact = said.object("contact");
        ContactSaid person = contact == null ? null : contact(contact);
        return name == null ? null : new CustomerSaid(name, uscc, province, city, address, person);
    }

    private static ContactSaid contact(Fields said) {
        return new ContactSaid(said.text("name", NAME), said.text("phone", 64), said.text("title", NAME));
    }
}
