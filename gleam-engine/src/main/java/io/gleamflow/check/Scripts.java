package io.gleamflow.check;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Param;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.LuaForm;
import io.gleamflow.script.LuaTokens.Token;
import io.gleamflow.script.ScriptText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks the Lua of a flow: the shared functions, and then the scripts of its steps. */
final class Scripts {

    private final Flow flow;
    private final List<LuaText> functions;
    private final Problems problems;
    private final SharedNames shared;

    Scripts(Flow flow, Problems problems) {
        this.flow = flow;
        this.functions = flow.functions();
        this.problems = problems;
        List<String> params = new ArrayList<>();
        for (Param param : flow.params()) {
            params.add(param.name());
        }
        this.shared = SharedNames.of(flow.functions(), params);
    }

    void checkFunctions() {
        for (LuaText text : functions) {
            LuaPlaces places = new LuaPlaces(text);
            byte[] chunk = text.source().getBytes(StandardCharsets.UTF_8);
            LuaSyntax.compile(chunk, text, LuaForm.BODY, places, problems)
                    .ifPresent(lua -> new FreeNames(runtimeOfAll(), shared, places, problems).checkFunctions(lua));
        }
    }

    /** Shared functions may count on LuaJIT when all steps run on it. */
    private LuaRuntime runtimeOfAll() {
        boolean luajit = flow.datasets().stream()
                .flatMap(dataset -> dataset.steps().stream())
                .filter(step -> !step.scripts().isEmpty())
                .allMatch(step -> flow.defaults().runtimeOf(step.head()) == LuaRuntime.LUAJIT);
        return luajit ? LuaRuntime.LUAJIT : LuaRuntime.LUAJ;
    }

    /** False when the script is not even Lua, so that nobody knows what it would have given. */
    boolean check(Script script, Scope scope) {
        LuaText text = script.text();
        LuaForm form = LuaForm.of(text);
        LuaPlaces places = new LuaPlaces(text);
        if (places.tokens().isEmpty()) {
            problems.error(text.place(), "the Lua of `" + script.head().verb() + "` is nothing but a comment");
            return false;
        }
        if (script.wants() == Script.Wants.FUNCTION && form != LuaForm.FUNCTION) {
            String name = places.tokens().size() == 1 ? text.source().strip() : "";
            String sum = name.isEmpty() ? "x + y" : name + "(x, y)";
            problems.add(Problem.error(
                            text.place(), "`" + script.head().verb() + "` takes a function of the values of two rows")
                    .hint("write `function(x, y) return " + sum + " end`"));
            return false;
        }
        // at first without its columns, since what is put around them would show in messages
        Optional<LuaChunk> plain = LuaSyntax.compile(form.chunk(text), text, form, places, problems);
        if (plain.isEmpty() || !gives(script, plain.get(), places)) {
            return false;
        }
        arguments(script, plain.get(), scope);
        new PreviousRow(script, form, places, problems).check(plain.get());
        ScriptText bound = ScriptText.of(text, scope.columns());
        Optional<LuaChunk> lua = LuaSyntax.compile(bound.chunk(), text, form, places, problems);
        if (lua.isPresent()) {
            new FreeNames(flow.defaults().runtimeOf(script.head()), shared, places, problems)
                    .checkScript(lua.get(), script, form, scope);
            BoundColumns.check(bound, shared, scope, places, problems);
            if (form == LuaForm.EXPRESSION && scope.sure()) {
                TextMisuse.check(script, places, scope, problems);
            }
        }
        return true;
    }

    /** The script of a general step, which must define {@code process}; false when it is no Lua. */
    boolean checkGeneral(Head head, LuaText text) {
        LuaPlaces places = new LuaPlaces(text);
        Optional<LuaChunk> lua =
                LuaSyntax.compile(text.source().getBytes(StandardCharsets.UTF_8), text, LuaForm.BODY, places, problems);
        if (lua.isEmpty()) {
            return false;
        }
        if (!lua.get().assignedNames().containsKey("process")) {
            problems.add(Problem.error(text.place(), "this Lua defines no `process`")
                    .hint("write `function process(row, emit) ... end`, not local"));
        }
        new FreeNames(flow.defaults().runtimeOf(head), shared, places, problems).checkGeneral(lua.get());
        return true;
    }

    /** Whether scripts may have a name without a column of that name. */
    boolean isGlobal(String name) {
        return Globals.AT_HAND.contains(name) || shared.globals().contains(name);
    }

    /** More parameters than there are columns stay nil, which hardly anyone means. */
    private void arguments(Script script, LuaChunk lua, Scope scope) {
        OptionalInt width = scope.columns().width();
        Optional<LuaChunk.Parameters> parameters = lua.returnedFunction();
        if (!scope.sure() || width.isEmpty() || parameters.isEmpty()) {
            return;
        }
        boolean reduces = script.wants() == Script.Wants.FUNCTION;
        int given = reduces ? 2 * (width.getAsInt() - script.keys()) : width.getAsInt();
        if (parameters.get().count() > given) {
            String kind = reduces ? "values" : "columns";
            problems.add(Problem.warning(
                            script.text().place(),
                            "the function has " + parameters.get().count() + " parameters, and gets " + given + " "
                                    + kind)
                    .hint("the others are nil"));
        }
    }

    /** Refuses a script that can never give its step anything. */
    private boolean gives(Script script, LuaChunk lua, LuaPlaces places) {
        List<Token> tokens = places.tokens();
        boolean returns = LuaForm.of(script.text()) == LuaForm.EXPRESSION
                || tokens.stream().anyMatch(token -> token.isName("return"));
        Map<String, Integer> used = new HashMap<>(lua.freeNames());
        boolean emits = used.containsKey("emit") || used.containsKey("writeRow");
        Place place = script.text().place();
        if (emits && !script.mayEmit()) {
            String name = used.containsKey("emit") ? "emit" : "writeRow";
            problems.add(Problem.error(
                            places.of(name, used.getOrDefault(name, 0)),
                            "`" + name + "` is for `flatMap` and `forEach`")
                    .hint("`" + script.head().verb() + "` takes what is returned"));
            return false;
        }
        boolean maybe = !Collections.disjoint(used.keySet(), shared.globals());
        boolean wanted = script.wants() == Script.Wants.RESULT
                || script.wants() == Script.Wants.FUNCTION
                || script.wants() == Script.Wants.RESULT_OR_EMIT && !emits && !maybe;
        if (wanted && !returns) {
            String hint = LuaSyntax.assigns(tokens) ? "`=` assigns; `==` compares" : "write `return` and the value";
            problems.add(Problem.error(place, "the Lua of `" + script.head().verb() + "` never returns anything")
                    .hint(hint));
            return false;
        }
        return true;
    }
}
