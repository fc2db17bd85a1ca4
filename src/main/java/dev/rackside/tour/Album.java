package dev.rackside.tour;

import dev.rackside.fx.Png;
import dev.rackside.fx.Theme;
import dev.rackside.text.Messages;
import dev.rackside.tour.TourPlan.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a tour, and the page that shows them. */
final class Album {

    private static final String STYLE = """
            body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; color: #24292f; }
            figure { margin: 0 0 32px 0; } figcaption { margin: 0 0 8px 0; }
            img { border: 1px solid #8c959f; max-width: 48%; vertical-align: top; margin: 0 8px 8px 0; }
            li.fault { color: #a40e26; }
            """;

    private final TourPlan plan;
    private final List<Page> pages = new ArrayList<>();
    private int pictures;

    /** One visit: its chapter, its name in the files' names, and what it is. */
    record Page(String chapter, String name, String caption) {}

    Album(TourPlan plan) {
        this.plan = plan;
    }

    void add(Page page) {
        pages.add(page);
    }

    List<String> names() {
        return pages.stream().map(Page::name).toList();
    }

    int pictures() {
        return pictures;
    }

    void keep(Page page, Size size, Theme.Wish theme, int[] pixels) {
        try {
            Png.write(pixels, size.width(), plan.out().resolve(file(page, size, theme)));
            pictures++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Page page, Size size, Theme.Wish theme) {
        return page.name() + "--" + TourPlan.word(theme) + "-" + size + ".png";
    }

    /** Writes the page; pictures of one visit stand beside each other, a row for each size. */
    Path write(List<TourReport.Fault> faults) throws IOException {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(Messages.get("tour.title"))).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n<h1>").append(escaped(Messages.get("tour.title"))).append("</h1>\n");
        if (!faults.isEmpty()) {
            html.append("<ul>\n");
            faults.forEach(fault -> html.append("<li class=\"fault\">").append(escaped(line(fault))).append("</li>\n"));
            html.append("</ul>\n");
        }
        var chapter = "";
        for (var page : pages) {
            if (!page.chapter().equals(chapter)) {
                chapter = page.chapter();
                html.append("<h2>").append(escaped(chapter)).append("</h2>\n");
            }
            html.append(figure(page));
        }
        Files.createDirectories(plan.out());
        return Files.writeString(plan.out().resolve("index.html"), html.append("</html>\n"));
    }

    private String figure(Page page) {
        var figure = new StringBuilder("<figure id=\"").append(page.name()).append("\">\n<figcaption>")
                .append(escaped(page.caption())).append("</figcaption>\n");
        for (var size : plan.sizes()) {
            for (var theme : plan.themes()) {
                var file = file(page, size, theme);
                if (Files.exists(plan.out().resolve(file))) {
                    figure.append("<a href=\"").append(file).append("\"><img loading=\"lazy\" src=\"").append(file)
                            .append("\" alt=\"").append(escaped(page.caption())).append(", ")
                            .append(TourPlan.word(theme)).append(", ").append(size).append("\"></a>\n");
                }
            }
        }
        return figure.append("</figure>\n").toString();
    }

    static String line(TourReport.Fault fault) {
        return Messages.get("tour.fault." + TourPlan.word(fault.kind()), fault.where(), fault.what());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
