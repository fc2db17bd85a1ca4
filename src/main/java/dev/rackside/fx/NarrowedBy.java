package dev.rackside.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The controls that narrow a list, taken together: its search box and its facets. */
final class NarrowedBy {

    private final SearchField search;
    private final Map<String, FacetBox> boxes = new LinkedHashMap<>();

    /** @param facets each under its {@code fx:id} */
    NarrowedBy(SearchField search, List<FacetBox> facets) {
        this.search = search;
        facets.forEach(box -> boxes.put(box.getId(), box));
    }

    void onChange(Runnable act) {
        search.textProperty().addListener((_, _, _) -> act.run());
        boxes.values().forEach(box -> {
            box.chosen().addListener((_, _, _) -> act.run());
            box.allProperty().addListener((_, _, _) -> act.run());
        });
    }

    ListState.Narrowing now() {
        var chosen = new LinkedHashMap<String, Set<String>>();
        boxes.forEach((name, box) -> {
            if (!box.chosen().get().isEmpty()) {
                chosen.put(name, box.chosen().get());
            }
        });
        var all = boxes.entrySet().stream().filter(box -> box.getValue().allProperty().get()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new ListState.Narrowing(search.getText() == null ? "" : search.getText().strip(), chosen, all);
    }

    /** Box by box, as a person would: a list may answer to each. A facet that is gone is passed over. */
    void apply(ListState.Narrowing filter) {
        search.setText(filter.text());
        boxes.forEach((name, box) -> {
            box.choose(filter.chosen().getOrDefault(name, Set.of()));
            box.allProperty().set(filter.all().contains(name));
        });
        search.now();
    }
}
