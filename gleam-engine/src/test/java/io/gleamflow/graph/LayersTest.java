package io.gleamflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.graph.Layers.Drawing;
import io.gleamflow.graph.Layers.Link;
import io.gleamflow.graph.Layers.Size;
import io.gleamflow.graph.Layers.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void boxesNeverOverlapAndEveryLinkGoesDown(long seed) {
        Random random = new Random(seed);
        List<Size> sizes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            sizes.add(new Size(100 + random.nextInt(150), 30 + random.nextInt(80)));
            for (int j = 0; j < i; j++) {
                if (random.nextInt(6) == 0) {
                    links.add(new Link(j, i));
                }
            }
        }
        for (double most : new double[] {350, 1050}) {
            Drawing drawing = Layers.of(sizes, links, most);
            for (int i = 0; i < count; i++) {
                Spot spot = drawing.spots().get(i);
                assertThat(spot.x()).isGreaterThanOrEqualTo(0);
                assertThat(spot.x() + sizes.get(i).width()).isLessThanOrEqualTo(drawing.width() + 0.01);
                assertThat(spot.y() + sizes.get(i).height()).isLessThanOrEqualTo(drawing.height() + 0.01);
                for (int j = 0; j < i; j++) {
                    assertThat(overlap(spot, sizes.get(i), drawing.spots().get(j), sizes.get(j)))
                            .as("%d and %d of seed %d", i, j, seed)
                            .isFalse();
                }
            }
            assertThat(links)
                    .allMatch(link -> drawing.spots().get(link.from()).y()
                                    + sizes.get(link.from()).height()
                            < drawing.spots().get(link.to()).y());
        }
    }

    private static boolean overlap(Spot a, Size as, Spot b, Size bs) {
        return a.x() < b.x() + bs.width()
                && b.x() < a.x() + as.width()
                && a.y() < b.y() + bs.height()
                && b.y() < a.y() + as.height();
    }

    @Test
    void fewBoxesSideBySideAreAsNarrowAsTheyMayBe() {
        List<Size> sizes = List.of(new Size(100, 20), new Size(200, 20), new Size(200, 20), new Size(200, 20));
        List<Link> links = List.of(new Link(0, 1), new Link(0, 2), new Link(0, 3));
        assertThat(Layers.of(sizes, links, 1050).width()).isGreaterThan(600);
        assertThat(Layers.of(sizes, links, 350).width()).isLessThan(500);
    }

    @Test
    void nothingIsAnEmptyDrawing() {
        assertThat(Layers.of(List.of(), List.of(), 100).spots()).isEmpty();
    }
}
