package org.tongqu.hub.handbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 表单版本: how a visit record is written for one product class.
 *
 * @param productClass its code, {@link #GENERAL} where a class has no form of its own
 * @param until absent while it is in force
 * @param why the reason for this version, empty for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormVersion(
        String productClass,
        int version,
        OffsetDateTime since,
        @Nullable OffsetDateTime until,
        String by,
        String why,
        List<Step> steps) {
    public static final String GENERAL = "GENERAL";

    public FormVersion {
        steps = List.copyOf(steps);
    }

    FormVersion with(List<Step> itsSteps) {
        return new FormVersion(productClass, version, since, until, by, why, itsSteps);
    }

    @JsonIgnore
    public boolean isGeneral() {
        return productClass.equals(GENERAL);
    }

    public enum Asked {
        YES,
        NO,
        REQUIRED
    }

    /** One step: whether it is asked, and what to ask and to write. */
    public record Step(VisitStep step, Asked asked, String helpZh, String helpEn) {
        public boolean shown() {
            return asked != Asked.NO;
        }

        public boolean must() {
            return asked == Asked.REQUIRED;
        }
    }
}
