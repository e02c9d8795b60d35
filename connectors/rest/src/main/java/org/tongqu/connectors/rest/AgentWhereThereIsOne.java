package org.tongqu.connectors.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.DemandWord;

/** A part that runs direct names no agent, so that readers who know of none read on. */
public interface AgentWhereThereIsOne {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    DemandWord.@Nullable AskedAgent agent();
}
