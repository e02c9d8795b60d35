/**
 * What became of needs, told together with the orders they led to: conversion, time per hop, what technical support is worth, what nobody
 * makes. Refuses to know: how a need moves; it counts what other rooms tell.
 * In: questions of people and factories. Out: figures that lead to their rows.
 * Allowed neighbours: platform, partners, needs, demand, dispatch.
 */
@NullMarked
@ApplicationModule(
        displayName = "analysis 需求分析",
        allowedDependencies = {"platform", "partners", "needs", "demand", "dispatch"})
package org.tongqu.hub.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
