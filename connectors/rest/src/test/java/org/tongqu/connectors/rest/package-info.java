@NullMarked
package org.tongqu.connectors.rest;

import org.jspecify.annotations.NullMarked;
