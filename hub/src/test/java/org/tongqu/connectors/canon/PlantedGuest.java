package org.tongqu.connectors.canon;

import org.tongqu.hub.platform.Ids;

/** An offence on purpose: canon that knows somebody. */
record PlantedGuest(Ids ids) {}
