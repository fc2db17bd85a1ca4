package dev.rackside.fx;

import dev.rackside.row.Row;

/** The view model of a list, as far as every list is alike. */
public interface ListModel<R extends Row> {

    PagedRows<R> rows();

    /** The list came into view: it reads what it has not read yet. */
    void shown();

    /** Reads the list and its facets again. */
    void refresh();
}
