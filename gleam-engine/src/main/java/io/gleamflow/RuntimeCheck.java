package io.gleamflow;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.process.ProgramSearch;

/** Finds out that a program is missing before anything runs. */
final class RuntimeCheck {

    private RuntimeCheck() {}

    /** Notes one problem, however many steps want the program. */
    static void check(Flow flow, Project project, Problems problems) {
        String luajit = project.lua().luajit();
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (!step.scripts().isEmpty() && flow.defaults().runtimeOf(step.head()) == LuaRuntime.LUAJIT) {
                    if (ProgramSearch.find(luajit, project.baseDirectory()).isEmpty()) {
                        problems.add(missing(step, luajit));
                    }
                    return;
                }
            }
        }
    }

    private static Problem missing(Step step, String luajit) {
        String where = luajit.indexOf('/') < 0 ? "which is not on the PATH" : "and there is none";
        return Problem.error(step.head().place(), "`runtime: luajit` needs the program `" + luajit + "`, " + where)
                .hint("install the package luajit, or say where it is with -Dgleam.luajit=");
    }
}
