package io.gleamflow.page;

import java.util.List;

/** A table with a header, whose rows become cards where there is no room for columns. */
final class Table {

    private final Html html;
    private final List<String> headers;
    private int column;

    /**
     * @param caption what it is about, for those who do not see where it stands
     * @param headers one for each column; those that begin with {@code #} are of numbers
     */
    Table(Html html, String caption, List<String> headers) {
        this.html = html;
        this.headers = List.copyOf(headers);
        html.open("table", "role", "table");
        html.element("caption", caption).open("thead", "role", "rowgroup").open("tr", "role", "row");
        headers.forEach(header -> html.element(
                "th",
                name(header),
                "scope",
                "col",
                "role",
                "columnheader",
                "class",
                isNumber(header) ? "number" : "text"));
        html.close("tr").close("thead").open("tbody", "role", "rowgroup");
    }

    private static boolean isNumber(String header) {
        return header.startsWith("#");
    }

    private static String name(String header) {
        return isNumber(header) ? header.substring(1) : header;
    }

    Table row() {
        column = 0;
        html.open("tr", "role", "row");
        return this;
    }

    /** Opens the next cell, which whoever fills it closes. */
    Html cell() {
        String header = headers.get(column++);
        String kind = isNumber(header) ? "number" : "text";
        html.open("td", "role", "cell", "class", kind, "data-label", name(header))
                .open("div", "class", "value");
        return html;
    }

    void endCell() {
        html.close("div").close("td");
    }

    Table cell(String text) {
        cell().text(text);
        endCell();
        return this;
    }

    void endRow() {
        html.close("tr");
    }

    void end() {
        html.close("tbody").close("table");
    }
}
