@NullMarked
package org.tongqu.connectors.jms;

import org.jspecify.annotations.NullMarked;
