package io.gleamflow.plan;

/**
 * A file to read.
 *
 * @param path absolute
 * @param size in bytes when the run was planned; what is appended later is not read
 */
public record SourceFile(String path, long size) {}
