package org.tongqu.hub.platform;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/** Money as shown: the amount goes out as text, for a JSON number may lose digits on the way. */
public record Amount(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}
