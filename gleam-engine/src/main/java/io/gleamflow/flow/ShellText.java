package io.gleamflow.flow;

import io.gleamflow.problem.Place;

/**
 * Shell code as the user wrote it, never interpolated.
 *
 * @param place where the text starts
 * @param firstLine the line of the descriptor on which the first line of the text stands
 */
public record ShellText(String source, Place place, int firstLine) {}
