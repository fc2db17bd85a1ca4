package dev.rackside.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.fx.Theme;
import dev.rackside.tour.TourPlan.Size;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourPlanTest {

    private static final Path OUT = Path.of("out");

    @Test
    void bothThemesAndTwoSizesAreUsual() {
        assertThat(TourPlan.of(OUT, List.of(), null, null)).isEqualTo(new TourPlan(OUT));
        assertThat(new TourPlan(OUT).sizes()).hasSize(2);
        assertThat(new TourPlan(OUT).themes()).hasSize(2);
    }

    @Test
    void sizesAndAThemeCanBeNamed() {
        var plan = TourPlan.of(OUT, List.of("1280x800"), "dark", "My desk");
        assertThat(plan.sizes()).containsExactly(new Size(1280, 800));
        assertThat(plan.themes()).containsExactly(Theme.Wish.DARK);
        assertThat(plan.workspace()).isEqualTo("My desk");
    }

    @Test
    void whatIsNoSizeOrThemeIsRefused() {
        for (var size : List.of("", "1024", "1024x", "0x0", "1024x700x2", "99999x99999")) {
            assertThatThrownBy(() -> TourPlan.of(OUT, List.of(size), null, null)).as(size)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> TourPlan.of(OUT, List.of(), "system", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
