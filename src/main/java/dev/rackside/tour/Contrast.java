package dev.rackside.tour;

import dev.rackside.tour.Camera.Shot;
import dev.rackside.tour.Inspector.Finding;
import dev.rackside.tour.Texts.Shown;
import dev.rackside.tour.TourReport.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.paint.Color;

/** Whether texts stand out from what is drawn behind them, as WCAG 2 measures it. */
final class Contrast {

    static final double LEAST = 4.5;
    /** A menu's entry says so by this alone. */
    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

    private Contrast() {
    }

    static List<Finding> faint(Shot shot, List<Shown> texts) {
        return texts.stream().filter(Shown::isWhole).filter(text -> isMeant(text.text())).filter(
                text -> of(shot, text) < LEAST)
                .map(text -> new Finding(Kind.FAINT,
                        "%.1f %s".formatted(of(shot, text), text.text().getText()).replace('\n', ' ')))
                .toList();
    }

    /** What can't be used may be faint; what is selected in a field has colours of its own. */
    private static boolean isMeant(Node text) {
        for (Node at = text; at != null; at = at.getParent()) {
            if (at.isDisabled() || at.getPseudoClassStates().contains(DISABLED)) {
                return false;
            }
        }
        var input = Inspector.inputOf(text);
        return input == null || input.getSelection().getLength() == 0;
    }

    /** The contrast of a text's colour to the most frequent other colour around it. */
    static double of(Shot shot, Shown shown) {
        if (!(shown.text().getFill() instanceof Color colour)) {
            return LEAST;
        }
        var opacity = 1.0;
        for (Node at = shown.text(); at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        var behind = behind(shot, shown, rgb(colour));
        var back = Color.rgb(behind >> 16 & 0xFF, behind >> 8 & 0xFF, behind & 0xFF);
        var seen = back.interpolate(colour, opacity * colour.getOpacity());
        var light = Math.max(luminance(seen), luminance(back));
        var dark = Math.min(luminance(seen), luminance(back));
        return (light + 0.05) / (dark + 0.05);
    }

    private static int behind(Shot shot, Shown shown, int own) {
        Map<Integer, Integer> counts = new HashMap<>();
        var bounds = shown.seen();
        for (int y = Math.max(0, (int) bounds.getMinY()); y < Math.min(shot.height(), bounds.getMaxY()); y++) {
            for (int x = Math.max(0, (int) bounds.getMinX()); x < Math.min(shot.width(), bounds.getMaxX()); x++) {
                var pixel = shot.at(x, y);
                if (pixel >>> 24 == 255) {
                    counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
                }
            }
        }
        // The text itself covers less of its place than what is behind it; where it is alone, it isn't seen.
        return counts.entrySet().stream().filter(count -> count.getKey() != own || counts.size() == 1)
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(own);
    }

    private static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16 | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

}
