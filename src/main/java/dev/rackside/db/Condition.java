package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed by: fragments of HQL that are constants of the program, joined by "and", and the values bound
 * to their named parameters. A person's text can only ever be a value.
 */
public final class Condition {

    private static final Pattern ALTERNATIVES = Pattern.compile("\\bor\\b", Pattern.CASE_INSENSITIVE);

    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> indexed = new ArrayList<>();
    /** Fragments of a search, and how each is said where all rows are looked at. */
    private final Map<String, String> wholes = new LinkedHashMap<>();
    private boolean searched;

    /** Adds a fragment without parameters. */
    public Condition and(@CompileTimeConstant String hql) {
        fragments.add(hql);
        return this;
    }

    /** Adds a fragment with one parameter; nothing where the value is null. */
    public Condition and(@CompileTimeConstant String hql, @CompileTimeConstant String parameter,
            @Nullable Object value) {
        if (value != null) {
            fragments.add(hql);
            values.put(parameter, value);
        }
        return this;
    }

    /** Adds a fragment with one {@code in (:parameter)}; nothing where there are no values. */
    public Condition andIn(@CompileTimeConstant String hql, @CompileTimeConstant String parameter,
            Collection<?> wanted) {
        return wanted.isEmpty() ? this : and(hql, parameter, List.copyOf(wanted));
    }

    /**
     * Adds a fragment for each of several values, so that all of them must hold.
     *
     * @param hql with {@code {0}} in place of the parameter
     * @param parameter what the parameters' names begin with
     */
    public Condition andEach(@CompileTimeConstant String hql, @CompileTimeConstant String parameter,
            Collection<?> wanted) {
        for (var value : wanted) {
            var name = parameter + values.size();
            fragments.add(hql.replace("{0}", ":" + name));
            values.put(name, value);
        }
        return this;
    }

    /**
     * Adds what a search box says: rows in which {@code hql}, a comparison of {@code like :parameter}, holds for every
     * word. Text with an operator or punctuation counts as one phrase, so that {@code C++ (} or {@code 10.4.} finds
     * what is written just so.
     *
     * @param hql one comparison, with {@code {0}} in place of the parameter, such as
     *     {@code (i.title like {0} or i.description like {0})}
     */
    public Condition search(@CompileTimeConstant String hql, @Nullable String text) {
        return searching(hql, hql, text);
    }

    /**
     * As {@link #search(String, String)}, with the same comparison in two words.
     *
     * @param hql quick where the list's order is followed and few rows are looked at
     * @param whole quick where all rows are
     */
    public Condition search(@CompileTimeConstant String hql, @CompileTimeConstant String whole, @Nullable String text) {
        return searching(hql, whole, text);
    }

    private Condition searching(String hql, String whole, @Nullable String text) {
        indexed.addAll(SearchText.of(text).indexed());
        for (var word : SearchText.of(text).words()) {
            var parameter = "word" + values.size();
            searched = true;
            fragments.add(named(hql, parameter));
            wholes.put(fragments.getLast(), named(whole, parameter));
            values.put(parameter, SearchText.like(word));
        }
        return this;
    }

    private static String named(String hql, String parameter) {
        return hql.replace("{0}", ":" + parameter + " escape '!'");
    }

    /** The same condition for a query that looks at all rows. */
    Condition whole() {
        var whole = new Condition();
        fragments.forEach(fragment -> whole.fragments.add(wholes.getOrDefault(fragment, fragment)));
        whole.values.putAll(values);
        whole.searched = searched;
        return whole;
    }

    String where() {
        return fragments.isEmpty()
                ? ""
                : fragments.stream().map(Condition::bracketed).collect(Collectors.joining(" and ", " where ", ""));
    }

    /** Brackets where "and" would tear it: each pair costs Hibernate's parser some 30 ms of a start. */
    private static String bracketed(String fragment) {
        return ALTERNATIVES.matcher(fragment).find() ? "(" + fragment + ")" : fragment;
    }

    /** Whether every row has to be looked at for what was typed. */
    boolean searched() {
        return searched;
    }

    /** What an index of words is asked for to find some of the rows at once; empty where that can find none. */
    String wordsOfIndex() {
        return indexed.stream().map(word -> "+" + word + "*").collect(Collectors.joining(" "));
    }

    /** This condition and one more of the list's own making. */
    Condition with(String hql, Map<String, Object> bound) {
        var both = new Condition();
        both.fragments.addAll(fragments);
        both.values.putAll(values);
        both.indexed.addAll(indexed);
        both.wholes.putAll(wholes);
        both.searched = searched;
        both.fragments.add(hql);
        both.values.putAll(bound);
        return both;
    }

    <Q extends CommonQueryContract> Q bind(Q query) {
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> several) {
                query.setParameterList(name, several);
            } else {
                query.setParameter(name, value);
            }
        });
        return query;
    }
}
