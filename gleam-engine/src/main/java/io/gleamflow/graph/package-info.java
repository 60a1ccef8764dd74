/** Diagrams of flows: {@link io.gleamflow.graph.FlowGraph} is a flow as nodes and edges, which the printers write and {@link io.gleamflow.graph.Layers} lays out. */
@NullMarked
package io.gleamflow.graph;

import org.jspecify.annotations.NullMarked;
