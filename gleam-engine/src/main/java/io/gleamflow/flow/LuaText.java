package io.gleamflow.flow;

import io.gleamflow.problem.Place;

/**
 * Lua as the user wrote it.
 *
 * @param source the text, never interpolated
 * @param place where the text starts
 * @param firstLine the line of {@code place.file()} on which the first line of the text stands
 * @param block whether the text is a {@code |} block or a file of its own, so that it may be a body with {@code return};
 *     otherwise it stands on the key's own line and is an expression or a function
 * @param exactLines whether line n of the text is line {@code firstLine + n - 1} of the file; otherwise only
 *     {@code firstLine} is to be shown
 */
public record LuaText(String source, Place place, int firstLine, boolean block, boolean exactLines) {}
