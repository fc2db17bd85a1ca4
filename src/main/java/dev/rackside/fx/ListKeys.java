package dev.rackside.fx;

import java.util.List;
import javafx.scene.input.KeyCode;

/** The keys that every list and every form has; a screen names those of them that it acts on by itself. */
public final class ListKeys {

    public static final Shortcut OPEN = Shortcut.key(KeyCode.ENTER, "fx.keys.open");
    public static final Shortcut EDIT = Shortcut.key(KeyCode.F2, "fx.keys.edit");
    public static final Shortcut DELETE = Shortcut.key(KeyCode.DELETE, "fx.keys.delete");
    public static final Shortcut DUPLICATE = Shortcut.command(KeyCode.D, "fx.keys.duplicate");
    public static final Shortcut MARK = Shortcut.key(KeyCode.SPACE, "fx.keys.mark");
    public static final Shortcut MARK_ALL = Shortcut.command(KeyCode.A, "fx.keys.mark-all");
    public static final Shortcut COPY = Shortcut.command(KeyCode.C, "fx.keys.copy");
    public static final Shortcut MENU = Shortcut.shifted(KeyCode.F10, "fx.keys.menu");
    public static final Shortcut FIRST = Shortcut.key(KeyCode.HOME, "fx.keys.first");
    public static final Shortcut LAST = Shortcut.key(KeyCode.END, "fx.keys.last");
    public static final Shortcut BACK = Shortcut.key(KeyCode.ESCAPE, "fx.keys.back");
    public static final Shortcut SAVE = Shortcut.command(KeyCode.S, "fx.keys.save");
    public static final Shortcut PICK = Shortcut.key(KeyCode.DOWN, "fx.keys.pick");
    public static final Shortcut CLEAR = Shortcut.key(KeyCode.DELETE, "fx.keys.clear");
    public static final Shortcut LEAVE = Shortcut.key(KeyCode.ESCAPE, "fx.keys.leave");

    /** Where many rows can be edited at once; a screen that lets them be lists both. */
    public static final Shortcut EDIT_MANY = Shortcut.shifted(KeyCode.F2, "fx.keys.edit-many");
    public static final Shortcut TAKE_BACK = Shortcut.command(KeyCode.Z, "fx.keys.take-back");

    /** In every list. */
    public static final List<Shortcut> LIST = List.of(OPEN, EDIT, DELETE, MARK, MARK_ALL, COPY, MENU, FIRST,
            LAST, BACK);

    /** In every form. */
    public static final List<Shortcut> FORM = List.of(SAVE, LEAVE, PICK, CLEAR);

    private ListKeys() {
    }
}
