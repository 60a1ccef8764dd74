package io.gleamflow.freshness;

import java.nio.file.Path;

/**
 * What has become of a file.
 *
 * @param file absolute
 * @param told in words that stand behind "ran:"
 */
public record Change(Path file, String told) {}
