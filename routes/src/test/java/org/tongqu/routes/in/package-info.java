@NullMarked
package org.tongqu.routes.in;

import org.jspecify.annotations.NullMarked;
