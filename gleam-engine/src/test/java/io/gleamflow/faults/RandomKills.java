package io.gleamflow.faults;

import io.gleamflow.faults.KillProject.Outputs;
import io.gleamflow.faults.KillTally.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Kills random processes at random moments of random flows. A run must succeed with exactly the outputs expected, or fail
 * and leave the old ones to the last byte; when the engine itself is killed, all outputs are old or all are new after the
 * next recovery. No run may hang, no process and no file may be left behind.
 *
 * <pre>java -cp … io.gleamflow.faults.RandomKills COUNT [SEED]</pre>
 *
 * <p>Prints a table; the exit status is 1 if any verdict was wrong. Kills nothing that it has not started.
 */
final class RandomKills implements AutoCloseable {

    private static final long HANG_SECONDS = 30;
    private static final int MOST_SHARDS = 4;
    private static final double IN_PUBLICATION = 0.4;

    private final Random random;
    private final Path directory;
    private final PrintStream out;
    private final String mark;
    private final KillTally tally = new KillTally();
    private final List<KillProject> projects = new ArrayList<>();

    /** How long a run takes that nobody disturbs. */
    private final Map<KillFlow, Double> millis = new EnumMap<>(KillFlow.class);

    private EngineProcess engine;

    /** @param directory an empty one, for projects */
    RandomKills(long seed, Path directory, PrintStream out) throws IOException {
        this.random = new Random(seed);
        this.directory = directory;
        this.out = out;
        this.mark = ProcessHandle.current().pid() + "-" + System.nanoTime();
        this.engine = new EngineProcess(mark, directory);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("seed " + seed);
        Path directory = Files.createTempDirectory("random-kills");
        KillTally tally;
        long start = System.nanoTime();
        try (RandomKills kills = new RandomKills(seed, directory, out)) {
            tally = kills.run(count);
        }
        tally.lines().forEach(out::println);
        out.printf("%.2f s a kill%n", (System.nanoTime() - start) / 1e9 / Math.max(1, tally.kills()));
        if (!tally.wrongs().isEmpty()) {
            out.println("all is kept in " + directory);
            System.exit(1);
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Kills so many processes, each in a run of its own. */
    KillTally run(int count) throws IOException, InterruptedException {
        for (KillFlow flow : KillFlow.values()) {
            projects.add(prepared(flow));
        }
        while (tally.kills() < count && tally.wrongs().size() < Math.max(10, count / 20)) {
            round(projects.get(random.nextInt(projects.size())));
        }
        return tally;
    }

    /** Both versions of the outputs, from runs that nobody disturbs. */
    private KillProject prepared(KillFlow flow) throws IOException, InterruptedException {
        KillProject project = new KillProject(directory, flow);
        for (int i = 0; i < 4; i++) {
            project.another();
            long start = System.nanoTime();
            engine.ask(project, 1 + i);
            String answer = engine.answer(HANG_SECONDS).orElse("no answer");
            if (!answer.equals(KilledEngine.DONE)) {
                throw new IllegalStateException(flow + " fails when nobody disturbs it: " + answer);
            }
            millis.put(flow, (System.nanoTime() - start) / 1e6);
            if (i < 2) {
                project.learn();
            } else if (project.outputs() != Outputs.NEW) {
                throw new IllegalStateException(flow + " differs with " + (1 + i) + " shards: " + project.difference());
            }
            awaitNoOrphans("preparing " + flow);
        }
        return project;
    }

    private void round(KillProject project) throws IOException, InterruptedException {
        project.another();
        boolean inPublication = random.nextDouble() < IN_PUBLICATION;
        Moment moment = inPublication
                ? Moment.publication(project, random.nextInt(12_000_000))
                : Moment.after((long) (millis.getOrDefault(project.flow(), 0.0) * 1e6 * random.nextDouble()));
        int shards = 1 + random.nextInt(MOST_SHARDS);
        long start = System.nanoTime();
        engine.ask(project, shards);
        boolean reached = moment.await(engine);
        Optional<MarkedProcess> victim = reached ? victim(project.flow(), inPublication) : Optional.empty();
        boolean killed =
                victim.isPresent() && !engine.hasAnswered() && victim.get().kill(mark);
        String who = victim.map(process -> process.role(engine.pid())).orElse("nobody")
                + (inPublication ? ", publishing" : "");
        String what = project.flow() + ", " + shards + " shards, kill of " + who + " after "
                + (System.nanoTime() - start) / 1_000_000 + " ms";
        boolean engineKilled = killed && victim.get().pid() == engine.pid();
        Verdict verdict = engineKilled ? recovered(project, what) : ended(project, what, killed);
        if (!killed && verdict == Verdict.SUCCEEDED) {
            double now = (System.nanoTime() - start) / 1e6;
            millis.merge(project.flow(), now, (before, one) -> 0.8 * before + 0.2 * one);
            tally.missed();
        } else {
            tally.count(project.flow(), who, verdict);
        }
        if (verdict == Verdict.WRONG) {
            replaceEngine();
            projects.set(projects.indexOf(project), prepared(project.flow()));
        }
    }

    /** The engine and the reaper are alone in publication, so they must be likely there, and not too likely elsewhere. */
    private Optional<MarkedProcess> victim(KillFlow flow, boolean inPublication) throws IOException {
        List<MarkedProcess> all = new ArrayList<>(MarkedProcess.living(mark));
        // a moment too early for children is one for the first of them, mostly
        while (all.size() <= 1 && !inPublication && !engine.hasAnswered() && random.nextDouble() < 0.999) {
            all = new ArrayList<>(MarkedProcess.living(mark));
        }
        all.removeIf(process -> !flow.noticesAll() && process.role(engine.pid()).equals("grandchild"));
        all.removeIf(process -> process.pid() == engine.pid());
        boolean takesEngine = all.isEmpty() || random.nextDouble() < (inPublication ? 0.6 : 0.15);
        if (takesEngine) {
            return MarkedProcess.living(mark).stream()
                    .filter(process -> process.pid() == engine.pid())
                    .findFirst();
        }
        List<String> roles = all.stream()
                .map(process -> process.role(engine.pid()))
                .distinct()
                .sorted()
                .toList();
        String role = roles.get(random.nextInt(roles.size()));
        List<MarkedProcess> same = all.stream()
                .filter(process -> process.role(engine.pid()).equals(role))
                .toList();
        return Optional.of(same.get(random.nextInt(same.size())));
    }

    /** The verdict on a run whose engine lives on. */
    private Verdict ended(KillProject project, String what, boolean killed) throws IOException, InterruptedException {
        Optional<String> answer = engine.answer(HANG_SECONDS);
        if (answer.isEmpty()) {
            engine.dump();
            return wrong(what + ": hangs, see the threads in engine.log; " + MarkedProcess.living(mark));
        }
        boolean gone = awaitNoOrphans(what);
        Outputs outputs = project.outputs();
        boolean done = answer.get().equals(KilledEngine.DONE);
        if (outputs != (done ? Outputs.NEW : Outputs.OLD)) {
            return wrong(what + ": " + answer.get() + ", but outputs are\n      " + project.difference());
        } else if (answer.get().startsWith(KilledEngine.DEFECT) || !done && !killed) {
            return wrong(what + ": " + answer.get());
        } else if (!engine.leftInTemporary().isEmpty()) {
            return wrong(what + ": left " + engine.leftInTemporary());
        }
        if (!done) {
            out.println(what + ": " + answer.get());
        }
        return gone ? done ? Verdict.SUCCEEDED : Verdict.FAILED : Verdict.WRONG;
    }

    /** The verdict on a run whose engine was killed, and a new engine. */
    private Verdict recovered(KillProject project, String what) throws IOException, InterruptedException {
        boolean gone = awaitNoOrphans(what);
        replaceEngine();
        engine.ask(project, 0);
        String answer = engine.answer(HANG_SECONDS).orElse("no answer");
        if (!answer.equals(KilledEngine.DONE)) {
            return wrong(what + ": recovery says " + answer);
        }
        Outputs outputs = project.outputs();
        if (outputs == Outputs.WRONG) {
            return wrong(what + ": outputs after recovery are\n      " + project.difference());
        } else if (!engine.leftInTemporary().isEmpty()) {
            return wrong(what + ": left " + engine.leftInTemporary());
        }
        Verdict right = outputs == Outputs.NEW ? Verdict.RECOVERED_NEW : Verdict.RECOVERED_OLD;
        return gone ? right : Verdict.WRONG;
    }

    private void replaceEngine() throws IOException, InterruptedException {
        engine.close();
        awaitNoOrphans("end of the engine");
        engine = new EngineProcess(mark, directory);
    }

    /** Whether all that a run had started ended in time; what did not is ended here. */
    private boolean awaitNoOrphans(String what) throws IOException, InterruptedException {
        Orphans orphans = new Orphans(mark, engine);
        long took = orphans.await();
        tally.orphansGoneAfter(took);
        if (orphans.left().isEmpty()) {
            return true;
        }
        wrong(what + ": left behind " + orphans.left());
        orphans.left().forEach(process -> process.kill(mark));
        return false;
    }

    private Verdict wrong(String what) {
        out.println("WRONG: " + what);
        tally.wrong(what);
        return Verdict.WRONG;
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
