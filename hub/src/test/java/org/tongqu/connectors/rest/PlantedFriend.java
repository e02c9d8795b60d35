package org.tongqu.connectors.rest;

import jakarta.jms.Message;
import jakarta.xml.ws.Provider;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.files.SalesSheets;

/** An offence on purpose: a connector that knows another one, its wire, and a framework. */
record PlantedFriend(SalesSheets sheets, Class<Message> wire, Class<Provider<?>> port, Class<Component> framework) {}
