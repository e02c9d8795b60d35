@NullMarked
package org.tongqu.connectors.soap;

import org.jspecify.annotations.NullMarked;
