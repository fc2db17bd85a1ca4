package dev.rackside.row;

/**
 * How a list is ordered. Ties are broken by the id, so that every row has one place.
 *
 * @param column the name of a column that the list can be ordered by; an unknown one is refused
 */
public record Order(String column, boolean descending) {

    public static Order by(String column) {
        return new Order(column, false);
    }

    public static Order byDescending(String column) {
        return new Order(column, true);
    }
}
