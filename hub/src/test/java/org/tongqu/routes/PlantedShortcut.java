package org.tongqu.routes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.hub.needs.Needs;

/** An offence on purpose: a route that calls a room, and a table. */
record PlantedShortcut(Needs needs, JdbcClient jdbc) {}
