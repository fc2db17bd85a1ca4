package dev.rackside.fx;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A control with its label above and, when its value breaks a rule, the reason below. In FXML:
 * {@code <FormField text="%insight.title"><TextField fx:id="title"/></FormField>}.
 */
@DefaultProperty("control")
public final class FormField extends VBox {

    private static final Object REASON = new Object();

    private final Label label = new Label();
    private final Label error = new Label(null, new FontIcon(Feather.ALERT_CIRCLE));
    private final ObjectProperty<@Nullable Node> control = new SimpleObjectProperty<>();

    public FormField() {
        getStyleClass().add("form-field");
        label.getStyleClass().add("form-label");
        error.getStyleClass().add("form-error");
        error.setWrapText(true);
        control.addListener((_, _, _) -> arrange());
        arrange();
    }

    public FormField(String text, Node control) {
        this();
        setText(text);
        setControl(control);
    }

    public String getText() {
        return label.getText();
    }

    public void setText(String text) {
        label.setText(text);
    }

    public StringProperty textProperty() {
        return label.textProperty();
    }

    public @Nullable Node getControl() {
        return control.get();
    }

    public void setControl(@Nullable Node node) {
        control.set(node);
    }

    public ObjectProperty<@Nullable Node> controlProperty() {
        return control;
    }

    /** Shows what is wrong with a control, in the field around it if there is one; null takes it away. */
    static void explain(Node control, @Nullable String reason) {
        control.getProperties().put(REASON, reason == null ? "" : reason);
        for (Parent parent = control.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof FormField field) {
                field.explain(reason);
                return;
            }
        }
    }

    private void explain(@Nullable String reason) {
        error.setText(reason);
        error.setVisible(reason != null);
        error.setManaged(reason != null);
    }

    private void arrange() {
        getChildren().setAll(label);
        var node = control.get();
        if (node != null) {
            getChildren().add(node);
            label.setLabelFor(node);
        }
        getChildren().add(error);
        explain(node != null && node.getProperties().get(REASON) instanceof String said && !said.isEmpty()
                ? said
                : null);
    }
}
