package io.gleamflow.maven;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.ArrayList;
import java.util.List;

/** Which files a flow reads and writes, as its descriptor names them. */
record Ends(List<String> reads, List<String> writes) {

    Ends {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    static Ends of(Flow flow) {
        List<String> reads = new ArrayList<>();
        List<String> writes = new ArrayList<>();
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (step instanceof SourceStep.Read read) {
                    read.paths().stream().map(Text::value).forEach(reads::add);
                } else if (step instanceof EndStep.Write write) {
                    writes.add(write.path().value());
                }
            }
        }
        return new Ends(reads, writes);
    }
}
