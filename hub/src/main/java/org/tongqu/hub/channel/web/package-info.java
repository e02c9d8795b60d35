/** Pages and interface of the channel. */
@NullMarked
package org.tongqu.hub.channel.web;

import org.jspecify.annotations.NullMarked;
