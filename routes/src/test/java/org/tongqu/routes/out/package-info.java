@NullMarked
package org.tongqu.routes.out;

import org.jspecify.annotations.NullMarked;
