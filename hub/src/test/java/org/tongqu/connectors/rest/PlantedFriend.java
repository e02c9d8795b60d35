package org.tongqu.connectors.rest;

import org.springframework.stereotype.Component;
import org.tongqu.connectors.files.SalesSheets;

/** An offence on purpose: a connector that knows another one, and a framework. */
record PlantedFriend(SalesSheets sheets, Class<Component> framework) {}
