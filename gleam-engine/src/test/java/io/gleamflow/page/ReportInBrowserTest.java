package io.gleamflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at a page as a real browser lays it out. */
@Timeout(180)
class ReportInBrowserTest {

    /** Puts what is wrong into the page: what is wider than the window, cut off, or lies on other text. */
    private static final String MEASURE = """
            <script>
            window.addEventListener('load', () => {
              const wrong = [];
              const name = e => e.tagName + '.' + (e.getAttribute('class') || '') + ': ' + e.textContent.slice(0, 40);
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth > width) wrong.push('page is ' + document.documentElement.scrollWidth);
              const hidden = e => e.closest('caption, thead, title, .defs') !== null && e.closest('thead') !== null
                  && width < 860 || e.closest('caption, title, .defs') !== null;
              const texts = [];
              document.querySelectorAll('body *').forEach(e => {
                if (hidden(e) || e.getClientRects().length === 0) return;
                const box = e.getBoundingClientRect();
                if (box.right > width + 1 || box.left < -1) wrong.push('outside ' + name(e));
                const style = getComputedStyle(e);
                if (e.scrollWidth > e.clientWidth + 1 && style.overflowX !== 'visible') wrong.push('cut ' + name(e));
                const own = [...e.childNodes].filter(n => n.nodeType === 3 && n.textContent.trim() !== '');
                for (const text of own) {
                  const range = document.createRange();
                  range.selectNodeContents(text);
                  for (const r of range.getClientRects()) texts.push([r, e]);
                  if (e.closest('svg') && e.tagName === 'text') {
                    const svg = e.closest('svg').getBoundingClientRect();
                    if (box.right > svg.right + 1 || box.left < svg.left - 1) wrong.push('beyond the picture ' + name(e));
                  }
                }
              });
              for (let i = 0; i < texts.length; i++) {
                for (let j = i + 1; j < texts.length; j++) {
                  const [a, e] = texts[i], [b, f] = texts[j];
                  const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                  const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                  // boxes of lines touch; letters do not
                  if (x > 1 && y > 0.35 * Math.min(a.height, b.height)) wrong.push('overlap ' + name(e) + ' / ' + name(f));
                }
              }
              parent.postMessage({width, texts: texts.length, wrong: wrong.slice(0, 20).join(' | ') || 'nothing'}, '*');
            });
            </script>
            """;

    /** A frame of the width, since a window of a browser is never very narrow; what was measured goes to its body. */
    private static final String FRAME = """
            <!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><script>
            window.addEventListener('message', e => {
              for (const [name, value] of Object.entries(e.data)) document.body.setAttribute('data-' + name, value);
            });
            </script><iframe src="measured.html" style="width:%dpx;height:1000px;border:0"></iframe></body>
            """;

    @TempDir
    Path base;

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(program -> Path.of(directory).resolve(program)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void nothingIsCutAndNothingOverlaps(int width) throws Exception {
        Assumptions.assumeTrue(browser().isPresent(), "no chromium");
        Path page = ReportFiles.write(base.resolve("report"), HostileReport.in(base));
        String dom = dom(page, width);
        assertThat(dom).contains("data-width=\"" + width + "\"");
        assertThat(dom).containsPattern("data-texts=\"[1-9][0-9]{2,}\"");
        assertThat(attribute(dom, "data-wrong")).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='position:absolute;top:20px'>over the title, over and over again</p>",
                "<div style='width:3000px'>w</div>"
            })
    void whatIsWrongIsSeen(String fault) throws Exception {
        Assumptions.assumeTrue(browser().isPresent(), "no chromium");
        Path page = ReportFiles.write(base.resolve("report"), HostileReport.in(base));
        Files.writeString(page, Files.readString(page).replace("<main>", fault + "<main>"));
        assertThat(attribute(dom(page, 1280), "data-wrong")).isNotEqualTo("nothing");
    }

    private static String attribute(String dom, String name) {
        int from = dom.indexOf(name + "=\"") + name.length() + 2;
        return dom.substring(from, dom.indexOf('"', from));
    }

    /** The page as it is when all of it is there, with what was measured. */
    private String dom(Path page, int width) throws IOException, InterruptedException {
        String measured = Files.readString(page).replace("</body>", MEASURE + "</body>");
        Files.writeString(base.resolve("measured.html"), measured);
        Path file = Files.writeString(base.resolve("frame.html"), FRAME.formatted(width));
        Path out = base.resolve("dom.html");
        List<String> command = List.of(
                browser().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + base.resolve("profile"),
                "--window-size=1400,1000",
                "--virtual-time-budget=10000",
                "--dump-dom",
                file.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
