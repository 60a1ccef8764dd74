package io.gleamflow.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a task has taken of the machine, as its worker tells; empty is what the system did not tell it.
 *
 * @param bytes of files it has read itself
 * @param cpuNanos that the process took since the task before
 * @param peakMemory resident bytes the process has had at most
 */
public record WorkerUse(long bytes, OptionalLong cpuNanos, OptionalLong peakMemory) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final String UNIT = "kB";

    /** Nothing is known but what was read. */
    static WorkerUse reading(long bytes) {
        return new WorkerUse(bytes, OptionalLong.empty(), OptionalLong.empty());
    }

    /** Of the process this is. */
    static WorkerUse now(long bytes, OptionalLong cpuBefore) {
        OptionalLong cpu = cpu();
        OptionalLong since = cpu.isPresent() && cpuBefore.isPresent()
                ? OptionalLong.of(cpu.getAsLong() - cpuBefore.getAsLong())
                : OptionalLong.empty();
        return new WorkerUse(bytes, since, peak());
    }

    /** What this process has taken so far. */
    static OptionalLong cpu() {
        Optional<Duration> cpu = ProcessHandle.current().info().totalCpuDuration();
        return cpu.isPresent() ? OptionalLong.of(cpu.get().toNanos()) : OptionalLong.empty();
    }

    private static OptionalLong peak() {
        try {
            List<String> lines =
                    Files.isReadable(STATUS) ? Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1) : List.of();
            for (String line : lines) {
                if (line.startsWith(PEAK) && line.endsWith(UNIT)) {
                    String kilobytes = line.substring(PEAK.length(), line.length() - UNIT.length());
                    return OptionalLong.of(Long.parseLong(kilobytes.strip()) * 1024);
                }
            }
            return OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bytes", bytes);
        if (cpuNanos.isPresent()) {
            map.put("cpu", cpuNanos.getAsLong());
        }
        if (peakMemory.isPresent()) {
            map.put("peak", peakMemory.getAsLong());
        }
        return map;
    }

    static WorkerUse of(Control map) {
        return new WorkerUse(map.number("bytes"), number(map, "cpu"), number(map, "peak"));
    }

    private static OptionalLong number(Control map, String key) {
        return map.has(key) ? OptionalLong.of(map.number(key)) : OptionalLong.empty();
    }
}
