package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Links;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TextScale;
import dev.rackside.fx.Tips;
import dev.rackside.integration.ExchangeDetail;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.text.Messages;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One exchange beside the list: request and response beside each other where there is room. */
@SuppressWarnings("NullAway.Init")
final class ExchangeDetailController {

    /** Two columns of 60 characters. */
    private static final double SIDE_BY_SIDE = 720;
    private static final double GAP = 8;

    private final ExchangeDetailViewModel model;
    private final ExchangeActs acts;
    private final Steps steps;
    private final Age age = Age.here();
    private final BodyView request = new BodyView("exchange.request", "exchange.request.copy");
    private final BodyView response = new BodyView("exchange.response", "exchange.response.copy");

    @FXML
    private ProblemBar bar;
    @FXML
    private Button back;
    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Button open;
    @FXML
    private ToggleButton wide;
    @FXML
    private VBox unknownBox;
    @FXML
    private Label unknownWords;
    @FXML
    private Button look;
    @FXML
    private Button arrived;
    @FXML
    private Button notArrived;
    @FXML
    private Button compare;
    @FXML
    private Button timeline;
    @FXML
    private Facts facts;
    @FXML
    private SplitPane bodies;

    /**
     * What the buttons do.
     *
     * @param settle says whether what was sent arrived
     */
    record Steps(Runnable back, Runnable wide, Runnable compare, Runnable timeline,
            Consumer<Boolean> settle) {}

    ExchangeDetailController(ExchangeDetailViewModel model, ExchangeActs acts, Steps steps) {
        this.model = model;
        this.acts = acts;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        wide.setOnAction(_ -> steps.wide().run());
        open.setOnAction(_ -> openAddress());
        compare.setOnAction(_ -> steps.compare().run());
        timeline.setOnAction(_ -> steps.timeline().run());
        look.setOnAction(_ -> openAddress());
        arrived.setOnAction(_ -> steps.settle().accept(true));
        notArrived.setOnAction(_ -> steps.settle().accept(false));
        arrived.disableProperty().bind(model.writing());
        notArrived.disableProperty().bind(model.writing());
        bodies.getItems().addAll(request, response);
        bodies.widthProperty().addListener((_, _, width) -> arrange(width.doubleValue() >= TextScale.px(SIDE_BY_SIDE)));
        model.row().addListener((_, _, row) -> show(row));
        model.detail().addListener((_, _, detail) -> show(detail));
        model.problem().addListener((_, _, problem) -> show(problem));
        address(null);
    }

    private void arrange(boolean beside) {
        bodies.setOrientation(beside ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        request.setPadding(beside ? new Insets(0, GAP, 0, 0) : Insets.EMPTY);
        response.setPadding(beside ? new Insets(0, 0, 0, GAP) : Insets.EMPTY);
    }

    private void show(@Nullable ExchangeRow row) {
        if (row == null) {
            return;
        }
        title.setText(Messages.get("exchange.title", ExchangeWords.system(row), ExchangeWords.action(row)));
        badges.getChildren().setAll(ExchangeWords.outcome(row).label());
        if (ExchangeWords.odd(row)) {
            var mark = Badge.warn(Messages.get("exchange.odd")).label();
            mark.setTooltip(new Tooltip(Messages.get("exchange.odd.tip")));
            badges.getChildren().add(mark);
        }
        unknownWords.setText(Messages.get("exchange.unknown", ExchangeWords.system(row)));
        Presence.present(unknownBox, model.unsettled());
        known(row);
    }

    private void known(ExchangeRow row) {
        facts.clear().add("exchange.when", age.full(row.createdAt()))
                .add("exchange.direction", ExchangeWords.direction(row))
                .add("exchange.status", ExchangeWords.status(row))
                .add("exchange.duration", ExchangeWords.duration(row))
                .mono("exchange.external-id", row.externalId())
                .add("exchange.client", row.client())
                .add("exchange.by", row.createdBy());
    }

    private void show(@Nullable ExchangeDetail detail) {
        request.show(detail == null ? null : detail.request());
        response.show(detail == null ? null : detail.response());
        address(detail);
        if (detail == null) {
            return;
        }
        show(detail.row());
        var session = detail.session();
        if (session != null) {
            facts.add("exchange.session", link(session.label(), () -> acts.openSession().accept(session.id())));
        }
        var item = detail.workItem();
        var itemSession = detail.workItemSession();
        if (item != null && itemSession != null) {
            facts.add("exchange.work-item",
                    link(item.label(), () -> acts.openWorkItem().accept(itemSession, item.id())));
        } else if (item != null) {
            facts.mono("exchange.work-item", item.label());
        }
        var leads = detail.address();
        if (leads != null) {
            var label = new Label(leads);
            label.getStyleClass().add("mono");
            Tips.whenCut(label);
            facts.add("exchange.address", label);
        }
    }

    private static Hyperlink link(String words, Runnable open) {
        var link = new Hyperlink(words);
        Tips.whenCut(link);
        link.setOnAction(_ -> open.run());
        return link;
    }

    /** An address with a secret in it is neither shown whole nor opened: to open a hook is to call it. */
    private void address(@Nullable ExchangeDetail detail) {
        var address = detail == null || !detail.openable() ? null : detail.address();
        var host = address == null ? "" : Links.host(address);
        open.setDisable(host.isEmpty());
        open.setText(host.isEmpty() ? Messages.get("exchange.open") : Messages.get("exchange.open-at", host));
        open.setTooltip(new Tooltip(Messages.get("exchange.open.tip", address == null ? "" : address)));
        Presence.present(look, !host.isEmpty());
        open.setVisible(!host.isEmpty());
        open.setManaged(!host.isEmpty());
    }

    void openAddress() {
        var detail = model.detail().get();
        if (detail != null && detail.openable() && detail.address() != null) {
            acts.openAddress().accept(detail.address());
        }
    }

    void copyRequest() {
        request.copy();
    }

    void copyResponse() {
        response.copy();
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded, boolean isWide) {
        back.setVisible(folded);
        back.setManaged(folded);
        wide.setSelected(isWide);
    }
}
