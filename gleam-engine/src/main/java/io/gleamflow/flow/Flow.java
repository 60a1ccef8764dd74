package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * One descriptor, read and interpolated.
 *
 * @param name the file name without extension
 * @param place the descriptor's file
 * @param params in the order declared, with their values for this run
 * @param functions Lua shared by all steps, in order
 * @param datasets at least one; a linear flow has exactly one, named like the flow
 */
public record Flow(
        String name,
        Place place,
        Optional<String> description,
        List<Param> params,
        List<LuaText> functions,
        List<Dataset> datasets,
        Defaults defaults) {

    public Flow {
        params = List.copyOf(params);
        functions = List.copyOf(functions);
        datasets = List.copyOf(datasets);
    }
}
