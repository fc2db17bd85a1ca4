package dev.rackside.credential.ui;

import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialDetail;
import dev.rackside.credential.CredentialFacet;
import dev.rackside.credential.CredentialRow;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Secrets;
import dev.rackside.credential.VaultService;
import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.Job;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.SecretClipboard;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Views;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Credentials: the list, and beside it the detail or the form of one. */
public final class CredentialScreen extends ListScreen<CredentialRow> {

    public static final List<Shortcut> KEYS = List.of(VaultModel.LOCK);

    private final Dialogs dialogs;
    private final FacetListModel<CredentialRow, CredentialFacet> listModel;
    private final DetailModel<CredentialRow, CredentialDetail> detailModel;
    private final CredentialListController list;
    private final CredentialDetailController detail;
    private final CredentialFormController form;
    private final DetailPane<CredentialRow> pane;
    private final VaultModel vault;
    private final VaultRecordModel told;
    private final SecretsModel secrets;
    private final VaultController vaultPage;
    private final Parent vaultView;
    private final ConnectionTests tests;
    private final Slot testing;
    private final CredentialDoors doors;
    private final Background background;
    private @Nullable Job<CredentialRow> signingIn;

    public CredentialScreen(CredentialDoors doors, Background background, Dialogs dialogs) {
        this.dialogs = dialogs;
        this.doors = doors;
        this.background = background;
        var credentials = doors.credentials();
        vault = doors.vault();
        told = new VaultRecordModel(doors.told(), background);
        tests = doors.tests();
        testing = background.slot();
        secrets = new SecretsModel(doors.secrets(), new SecretClipboard(background), background);
        listModel = new FacetListModel<>(background, credentials, CredentialService.DEFAULT_ORDER,
                CredentialWords::facets);
        detailModel = new DetailModel<>(background, credentials::detail, credentials::dependents, credentials::delete);
        list = new CredentialListController(listModel, background, this::create,
                new VaultBar(vault, told, this::openVault));
        detail = new CredentialDetailController(detailModel, secrets,
                vault.standing().isEqualTo(VaultService.Standing.OPEN),
                new CredentialDetailController.Steps(this::back, this::edit, this::delete, this::signIn,
                        this::mayRemove,
                        this::sealed, new CredentialDetailController.Testing(this::test, tests::knows,
                                testing.busy())));
        form = new CredentialFormController(credentials, background, dialogs, this::back);
        vaultPage = new VaultController(vault, told,
                new BackupKeyModel(doors.backupKeys(), background, told::read), dialogs, this::back, this::showInstead);
        var views = new Views();
        vaultView = views.load(vaultPage);
        frame.setList(views.load(list));
        var detailView = views.load(detail);
        var formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detailModel.show(row);
        });
        form.editing().onSaved(row -> saved(row.id()));
        list.table().onOpen(_ -> {
            detail.folded(frame.folded());
            pane.open();
        });
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        EventHandler<InputEvent> touched = _ -> vault.touched();
        frame.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.addEventFilter(InputEvent.ANY, touched);
            } else {
                secrets.hide();
            }
        });
        vault.team().addListener((_, _, _) -> told.read());
        vault.standing().addListener((_, _, now) -> {
            if (now != VaultService.Standing.OPEN) {
                secrets.forget();
            }
        });
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, form.editing()));
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null && !(event.getTarget() instanceof TextInputControl);
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (onList && ListKeys.DELETE.match(event)) {
            delete();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected List<Act> rowActs() {
        return List.of(Act.delete(this::delete));
    }

    @Override
    protected void edit() {
        var row = pane.row();
        if (row != null) {
            form.edit(row.id(), pane::edit);
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> {
            pane.edit();
            form.create();
        });
    }

    private void openVault() {
        pane.leave(() -> {
            pane.hold(vaultView, () -> {
            });
            vaultPage.begin();
        });
    }

    /** The vault's page gives way to a credential. */
    private void showInstead(UUID id) {
        back();
        show(id);
    }

    private void test() {
        var row = pane.row();
        if (row != null) {
            testing.once(() -> tests.run(row.id()), _ -> sealed());
        }
    }

    /** The status bar says what it waits for, and breaks it off. */
    private void signIn() {
        var row = pane.row();
        if (row != null && (signingIn == null || signingIn.state().get() != Job.State.RUNNING)) {
            signingIn = background.job(Messages.get("credential.oauth.job"), progress -> {
                doors.oauth().signIn(row.id(),
                        address -> background.onScreen(() -> doors.browse().accept(address.toString())),
                        progress::cancelled);
                return row;
            }, _ -> {
                list.table().notice(Messages.get("credential.oauth.done"), null);
                sealed();
            });
        }
    }

    private boolean mayRemove(Secrets.Place place) {
        var row = pane.row();
        return row != null && dialogs.confirm(Messages.get("secret.remove.question", CredentialWords.place(place),
                CredentialWords.name(row.name())), Messages.get("secret.remove.explanation"),
                Messages.get("secret.remove"));
    }

    /** A secret was written: list and detail say how it is kept now. */
    private void sealed() {
        detailModel.retry();
        listModel.refresh();
        told.read();
    }

    @Override
    public void shown() {
        super.shown();
        vault.read();
    }

    @Override
    public void close() {
        secrets.forget();
        super.close();
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void delete() {
        var row = pane.row();
        var read = detailModel.detail().get();
        if (row != null && read != null) {
            var name = CredentialWords.name(row.name());
            detailModel.beforeDelete(found -> {
                if (dialogs.confirmByTyping(Messages.get("credential.delete.what", name), name,
                        CredentialWords.consequences(read.secrets(), found))) {
                    detailModel.delete(this::deleted);
                }
            });
        }
    }

    /** Shows one credential, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
