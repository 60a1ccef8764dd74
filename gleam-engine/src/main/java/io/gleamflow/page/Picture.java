package io.gleamflow.page;

import io.gleamflow.graph.FlowGraph.Edge;
import io.gleamflow.graph.Layers;
import io.gleamflow.graph.Layers.Drawing;
import io.gleamflow.graph.Layers.Link;
import io.gleamflow.graph.Layers.Size;
import io.gleamflow.graph.Layers.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A graph as SVG: boxes with lines of text, arrows between them, and how many rows went along these. */
final class Picture {

    private static final double MARGIN = 8;
    private static final double STEM = 20;

    /** How wide a layer may be on a screen, and on a telephone. */
    private static final double WIDE = 1050;

    private static final double NARROW = 350;

    private final Html html;

    Picture(Html html) {
        this.html = html;
    }

    /**
     * Draws, with the number of rows where the arrows of a box begin.
     *
     * @param boxes named as the edges name them
     */
    void draw(String title, List<PictureBox> boxes, List<Edge> edges) {
        List<String> ids = boxes.stream().map(PictureBox::id).toList();
        List<Link> links = edges.stream()
                .map(edge -> new Link(ids.indexOf(edge.from()), ids.indexOf(edge.to())))
                .toList();
        List<Size> sizes = boxes.stream()
                .map(box -> new Size(Math.max(box.width(), 2 * (box.labelWidth() + 8)), box.height()))
                .toList();
        Drawing wide = Layers.of(sizes, links, WIDE);
        boolean fits = wide.width() <= NARROW;
        draw(title, fits ? "graph" : "graph wide", new Placed(boxes, edges, links, sizes, wide));
        if (!fits) {
            draw(title, "graph narrow", new Placed(boxes, edges, links, sizes, Layers.of(sizes, links, NARROW)));
        }
    }

    private record Placed(
            List<PictureBox> boxes, List<Edge> edges, List<Link> links, List<Size> sizes, Drawing drawing) {}

    private void draw(String title, String kind, Placed placed) {
        double width = placed.drawing().width() + 2 * MARGIN;
        double height = placed.drawing().height() + 2 * MARGIN;
        html.open("div", "class", "scroll " + kind, "tabindex", "0", "role", "group", "aria-label", "graph");
        html.open(
                "svg",
                "role",
                "img",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "style",
                "width:" + number(width) + "px;min-width:" + number(least(kind, width)) + "px");
        html.element("title", title);
        for (int i = 0; i < placed.edges().size(); i++) {
            arrow(placed, i);
        }
        for (int i = 0; i < placed.boxes().size(); i++) {
            Spot spot = placed.drawing().spots().get(i);
            PictureBox box = placed.boxes().get(i);
            double left = MARGIN + spot.x() + (placed.sizes().get(i).width() - box.width()) / 2;
            box.draw(html, left, MARGIN + spot.y());
        }
        html.close("svg").close("div");
    }

    /** On a telephone all of it is seen at once; a wide one that would become too small to read can be moved. */
    private static double least(String kind, double width) {
        return kind.endsWith("narrow") ? 0 : Math.min(width, Math.max(300, width * 0.7));
    }

    private void arrow(Placed placed, int number) {
        Edge edge = placed.edges().get(number);
        Link link = placed.links().get(number);
        Drawing drawing = placed.drawing();
        List<Size> sizes = placed.sizes();
        Spot from = drawing.spots().get(link.from());
        double x = MARGIN + from.x() + sizes.get(link.from()).width() / 2;
        double y = MARGIN + from.y() + sizes.get(link.from()).height();
        List<Edge> into = placed.edges().stream()
                .filter(each -> each.to().equals(edge.to()))
                .toList();
        Spot to = drawing.spots().get(link.to());
        double middle = MARGIN + to.x() + sizes.get(link.to()).width() / 2;
        double room = placed.boxes().get(link.to()).width() * 0.6;
        double endX = middle + room * ((into.indexOf(edge) + 0.5) / into.size() - 0.5);
        double endY = MARGIN + to.y();
        StringBuilder path = new StringBuilder("M" + point(x, y) + "L" + point(x, y + STEM));
        List<Spot> way = new ArrayList<>(drawing.bends().get(number).stream()
                .map(spot -> new Spot(MARGIN + spot.x(), MARGIN + spot.y()))
                .toList());
        way.add(new Spot(endX, endY - 2));
        double atX = x;
        double atY = y + STEM;
        for (int i = 0; i < way.size(); i++) {
            Spot next = way.get(i);
            if (i % 2 == 0) {
                double half = (atY + next.y()) / 2;
                path.append("C")
                        .append(point(atX, half))
                        .append(' ')
                        .append(point(next.x(), half))
                        .append(' ');
            } else {
                path.append("L");
            }
            path.append(point(next.x(), next.y()));
            atX = next.x();
            atY = next.y();
        }
        html.open(
                "path",
                "class",
                edge.isOfRejects() ? "edge rejects" : "edge",
                "d",
                path.toString(),
                "marker-end",
                "url(#tip)");
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
