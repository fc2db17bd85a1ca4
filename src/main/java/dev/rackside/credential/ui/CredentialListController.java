package dev.rackside.credential.ui;

import dev.rackside.credential.CredentialFacet;
import dev.rackside.credential.CredentialRow;
import dev.rackside.fx.Age;
import dev.rackside.fx.Background;
import dev.rackside.fx.Badge;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of credentials with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class CredentialListController {

    private static final double NARROW = 600;
    private static final double MIDDLE = 740;
    private static final double WIDE = 840;
    private static final double WIDER = 990;
    private static final double FULL = 1180;
    private static final double WIDEST = 1500;

    /** Expired, or within two weeks. */
    private static final Set<String> EXPIRING = Set.of("over", "very-soon", "soon");

    private final FacetListModel<CredentialRow, CredentialFacet> model;
    private final Age age = Age.here();
    private final Background background;
    private final Runnable create;
    private final VaultBar vaultBar;
    private final Map<CredentialFacet, FacetBox> boxes = new EnumMap<>(CredentialFacet.class);

    @FXML
    private Label count;
    @FXML
    private Button newCredential;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox system;
    @FXML
    private FacetBox type;
    @FXML
    private FacetBox secrets;
    @FXML
    private FacetBox test;
    @FXML
    private FacetBox active;
    @FXML
    private FacetBox expiry;
    @FXML
    private Hyperlink expiring;
    @FXML
    private Hyperlink clear;
    @FXML
    private VBox vault;
    @FXML
    private PagedTable<CredentialRow> table;

    CredentialListController(FacetListModel<CredentialRow, CredentialFacet> model, Background background,
            Runnable create, VaultBar vaultBar) {
        this.model = model;
        this.background = background;
        this.create = create;
        this.vaultBar = vaultBar;
    }

    @FXML
    private void initialize() {
        columns();
        vault.getChildren().add(vaultBar);
        table.setAccessibleText(Messages.get("credential.list"));
        table.show(model.rows());
        more.of(table, search, system, type, secrets, test, active, expiry);
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(CredentialFacet.SYSTEM, system, CredentialFacet.TYPE, type, CredentialFacet.SECRETS,
                secrets, CredentialFacet.TEST, test, CredentialFacet.ACTIVE, active,
                CredentialFacet.EXPIRES, expiry));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        expiring.setOnAction(_ -> showExpiring());
        model.facets().addListener((_, _, facets) -> expiring(facets.getOrDefault(CredentialFacet.EXPIRES,
                List.<Facet>of())));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        newCredential.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        narrowed(model.filter().get());
    }

    private void columns() {
        table.text("credential.name", "name", 180, row -> CredentialWords.name(row.name()));
        table.text("credential.system", "system", 116, row -> CredentialWords.system(row.system()));
        var types = table.text("credential.type", "type", 124, row -> CredentialWords.type(row.type()));
        var hosts = table.mono("credential.host", null, 200, CredentialRow::host);
        table.badge("credential.secrets", null, 150, row -> CredentialWords.secrets(row.secrets().worst()));
        var ways = table.text("credential.kept", null, 220, row -> CredentialWords.kept(row.secrets()));
        var tests = table.badge("credential.test", null, 130, row -> CredentialWords.test(row.test()));
        var actives = table.badge("credential.active", "active", 104, row -> CredentialWords.active(row.active()));
        var tested = table.age("credential.tested", "tested", 92, CredentialRow::testedAt);
        var expires = table.badge("credential.expires", "expires", 164, this::expiry, CredentialRow::expiresAt);
        table.hideBelow(NARROW, types);
        table.hideBelow(MIDDLE, tests);
        table.hideBelow(WIDE, actives);
        table.hideBelow(WIDER, expires);
        table.hideBelow(FULL, hosts);
        table.hideBelow(WIDEST, ways, tested);
    }

    private void narrowed(FacetFilter<CredentialFacet> filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        Presence.present(clear, filter.narrows());
        if (filter.narrows()) {
            table.whenEmpty(Messages.get("credential.nothing"), Messages.get("credential.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("credential.none"), Messages.get("credential.new"), create);
        }
    }

    private @Nullable Badge expiry(CredentialRow row) {
        var badge = CredentialWords.expiry(row.secondsLeft());
        return badge == null ? null : badge.explained(() -> age.full(row.expiresAt()));
    }

    private void expiring(List<Facet> ends) {
        var many = ends.stream().filter(end -> EXPIRING.contains(end.value())).mapToLong(Facet::count).sum();
        expiring.setText(Messages.get("credential.expiring.link", many));
        Presence.present(expiring, many > 0);
    }

    /** Shows those that expired or will soon. */
    void showExpiring() {
        clear();
        model.choose(CredentialFacet.EXPIRES, EXPIRING);
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    PagedTable<CredentialRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
