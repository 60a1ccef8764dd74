package io.gleamflow.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Places boxes in layers, one below the other, so that every edge goes down and few cross. Boxes of a layer keep a distance,
 * and an edge that passes a layer has a place of its own in it. Edges that form a circle are no input.
 */
public final class Layers {

    private static final double GAP = 28;
    private static final double LAYER_GAP = 60;
    private static final double PASSING = 14;
    private static final int SWEEPS = 8;

    private final List<Box> boxes;
    private final List<List<Integer>> layers = new ArrayList<>();

    private Layers(List<Box> boxes) {
        this.boxes = boxes;
    }

    /** How large a box is. */
    public record Size(double width, double height) {}

    /** From one box to another, by their numbers. */
    public record Link(int from, int to) {}

    /** The top left corner of a box. */
    public record Spot(double x, double y) {}

    /**
     * Where everything is.
     *
     * @param spots of the boxes, in their order
     * @param bends for each link, where it enters and leaves the layers it passes, from its start to its end
     */
    public record Drawing(double width, double height, List<Spot> spots, List<List<Spot>> bends) {}

    private static final class Box {
        private final double width;
        private final boolean isBend;
        private double height;
        private final List<Box> above = new ArrayList<>();
        private final List<Box> below = new ArrayList<>();
        private int layer;
        private double x;
        private double y;

        Box(double width, double height, boolean isBend) {
            this.isBend = isBend;
            this.width = width;
            this.height = height;
        }

        double middle() {
            return x + width / 2;
        }

        double wanted() {
            return Stream.concat(above.stream(), below.stream())
                    .mapToDouble(Box::middle)
                    .average()
                    .orElse(middle());
        }
    }

    /**
     * Lays out boxes.
     *
     * @param most how wide a layer of several boxes may be, not counting edges that pass it
     */
    public static Drawing of(List<Size> sizes, List<Link> links, double most) {
        List<Box> boxes = new ArrayList<>();
        sizes.forEach(size -> boxes.add(new Box(size.width(), size.height(), false)));
        Layers layers = new Layers(boxes);
        layers.rank(links);
        layers.narrow(links, most);
        List<List<Box>> passing = new ArrayList<>();
        links.forEach(link -> passing.add(layers.connect(boxes.get(link.from()), boxes.get(link.to()))));
        layers.order();
        layers.place();
        return layers.drawing(sizes.size(), passing);
    }

    /** Each box stands below all it has edges from. */
    private void rank(List<Link> links) {
        for (int round = 0; round < boxes.size(); round++) {
            for (Link link : links) {
                Box to = boxes.get(link.to());
                to.layer = Math.max(to.layer, Math.min(boxes.size(), boxes.get(link.from()).layer + 1));
            }
        }
        // a source of its own stands near to what it leads to
        for (int i = 0; i < boxes.size(); i++) {
            int number = i;
            boolean isSource = links.stream().noneMatch(link -> link.to() == number);
            links.stream()
                    .filter(link -> isSource && link.from() == number)
                    .mapToInt(link -> boxes.get(link.to()).layer - 1)
                    .min()
                    .ifPresent(layer -> boxes.get(number).layer = layer);
        }
    }

    /** Boxes for which a layer has no room go to a lower one, and what is below them too. */
    private void narrow(List<Link> links, double most) {
        List<Box> given = new ArrayList<>(boxes);
        given.sort(Comparator.comparingInt(box -> box.layer));
        double[] widths = new double[2 * boxes.size() + 1];
        for (Box box : given) {
            int layer = box.layer;
            for (Link link : links) {
                if (boxes.get(link.to()) == box) {
                    layer = Math.max(layer, boxes.get(link.from()).layer + 1);
                }
            }
            while (layer < widths.length - 1 && widths[layer] > 0 && widths[layer] + box.width > most) {
                layer++;
            }
            widths[layer] += box.width + GAP;
            box.layer = layer;
        }
    }

    private static double gap(Box left, Box right) {
        return left.isBend || right.isBend ? PASSING : GAP;
    }

    private List<Box> connect(Box from, Box to) {
        List<Box> between = new ArrayList<>();
        Box before = from;
        for (int layer = from.layer + 1; layer < to.layer; layer++) {
            Box bend = new Box(PASSING, 0, true);
            bend.layer = layer;
            boxes.add(bend);
            between.add(bend);
            join(before, bend);
            before = bend;
        }
        join(before, to);
        return between;
    }

    private static void join(Box above, Box below) {
        above.below.add(below);
        below.above.add(above);
    }

    private void order() {
        int last = boxes.stream().mapToInt(box -> box.layer).max().orElse(0);
        for (int layer = 0; layer <= last; layer++) {
            layers.add(new ArrayList<>());
        }
        for (int i = 0; i < boxes.size(); i++) {
            layers.get(boxes.get(i).layer).add(i);
        }
        layers.removeIf(List::isEmpty);
        layers.forEach(this::pack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<Integer> layer : layers) {
                double[] wanted = layer.stream()
                        .mapToDouble(box -> boxes.get(box).wanted())
                        .toArray();
                Integer[] places = new Integer[layer.size()];
                Arrays.setAll(places, i -> i);
                Arrays.sort(places, Comparator.comparingDouble(i -> wanted[i]));
                List<Integer> sorted = Arrays.stream(places).map(layer::get).toList();
                layer.clear();
                layer.addAll(sorted);
                pack(layer);
            }
        }
    }

    /** Side by side, around zero. */
    private void pack(List<Integer> layer) {
        double x = 0;
        for (int i = 0; i < layer.size(); i++) {
            Box box = boxes.get(layer.get(i));
            x += i == 0 ? 0 : gap(boxes.get(layer.get(i - 1)), box);
            box.x = x;
            x += box.width;
        }
        for (int box : layer) {
            boxes.get(box).x -= x / 2;
        }
    }

    /** Moves boxes towards those they are joined to, as far as their neighbours let them. */
    private void place() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<Integer> layer : layers) {
                shift(layer.stream().map(boxes::get).toList());
            }
        }
    }

    /** The mean of two ways to keep the distance, from the left and from the right, keeps it too. */
    private static void shift(List<Box> layer) {
        int count = layer.size();
        double[] left = new double[count];
        double[] right = new double[count];
        for (int i = 0; i < count; i++) {
            double wanted = layer.get(i).wanted() - layer.get(i).width / 2;
            left[i] = i == 0
                    ? wanted
                    : Math.max(wanted, left[i - 1] + layer.get(i - 1).width + gap(layer.get(i - 1), layer.get(i)));
        }
        for (int i = count - 1; i >= 0; i--) {
            double wanted = layer.get(i).wanted() - layer.get(i).width / 2;
            right[i] = i == count - 1
                    ? wanted
                    : Math.min(wanted, right[i + 1] - layer.get(i).width - gap(layer.get(i), layer.get(i + 1)));
        }
        for (int i = 0; i < count; i++) {
            layer.get(i).x = (left[i] + right[i]) / 2;
        }
    }

    private Drawing drawing(int given, List<List<Box>> passing) {
        double y = 0;
        for (List<Integer> layer : layers) {
            double height = layer.stream()
                    .mapToDouble(box -> boxes.get(box).height)
                    .max()
                    .orElse(0);
            for (int box : layer) {
                boxes.get(box).y = y;
                boxes.get(box).height = boxes.get(box).isBend ? height : boxes.get(box).height;
            }
            y += height + LAYER_GAP;
        }
        double from = boxes.stream().mapToDouble(box -> box.x).min().orElse(0);
        double to = boxes.stream().mapToDouble(box -> box.x + box.width).max().orElse(0);
        List<Spot> spots = boxes.subList(0, given).stream()
                .map(box -> new Spot(box.x - from, box.y))
                .toList();
        List<List<Spot>> bends = passing.stream()
                .map(way -> way.stream()
                        .flatMap(box -> Stream.of(
                                new Spot(box.middle() - from, box.y),
                                new Spot(box.middle() - from, box.y + box.height)))
                        .toList())
                .toList();
        return new Drawing(to - from, Math.max(0, y - LAYER_GAP), spots, bends);
    }
}
