package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SavedFiltersTest {

    private static final ListState.Narrowing OPEN = new ListState.Narrowing("", Map.of("state", Set.of("open")),
            Set.of());

    private final SavedFilters filters = new SavedFilters();

    @Test
    void namesAreTakenOnceWhateverTheirCase() {
        filters.save(" Open ", OPEN);
        assertThat(filters.fault("open", null)).contains(SavedFilters.Fault.TAKEN);
        assertThat(filters.fault("OPEN", filters.all().getFirst())).isEmpty();
        assertThat(filters.fault("  ", null)).contains(SavedFilters.Fault.BLANK);
        assertThat(filters.fault("😀".repeat(SavedFilters.LONGEST), null)).isEmpty();
        assertThat(filters.fault("x".repeat(SavedFilters.LONGEST + 1), null)).contains(SavedFilters.Fault.LONG);
    }

    @Test
    void theyStandByNameAndKeepTheirFilterUnderAnother() {
        filters.save("b", OPEN);
        filters.save("A", ListState.Narrowing.NONE);
        assertThat(names()).containsExactly("A", "b");
        filters.rename(filters.all().getLast(), "0 urgent");
        assertThat(names()).containsExactly("0 urgent", "A");
        assertThat(filters.named("0 URGENT")).hasValueSatisfying(
                named -> assertThat(named.filter()).isEqualTo(OPEN));
    }

    @Test
    void aDeletedOneComesBack() {
        filters.save("Open", OPEN);
        filters.delete(filters.all().getFirst());
        assertThat(names()).isEmpty();
        filters.save("open", ListState.Narrowing.NONE);
        filters.undo();
        assertThat(names()).containsExactly("open", "Open 2");
        assertThat(filters.deleted()).isNull();
        filters.undo();
        assertThat(names()).hasSize(2);
    }

    private List<String> names() {
        return filters.all().stream().map(ListState.Named::name).toList();
    }
}
