package org.tongqu.journeys;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test that names one the {@link Group} that all share and nobody stops, or the {@link Mortal} one; each starts with the first test
 * that wants it and ends after the last.
 */
final class SharedGroup implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(SharedGroup.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Group.class || type == Mortal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(HERE);
        return parameter.getParameter().getType() == Group.class
                ? store.getOrComputeIfAbsent(Group.class, type -> new Group("shared"))
                : store.getOrComputeIfAbsent(Mortal.class, type -> new Mortal(new Group("mortal")));
    }
}
