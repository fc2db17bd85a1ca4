package dev.rackside.integration;

import dev.rackside.row.Choice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as its detail shows it.
 *
 * @param session null where it belongs to none; one that is gone is named by its id
 * @param workItem null where it belongs to none; one that is gone is named by its id
 * @param workItemSession the session of the work item; null where nobody knows
 * @param address where it leads, with secrets masked; null where there is none
 * @param openable whether the address may be opened: nothing of it is masked
 */
public record ExchangeDetail(ExchangeRow row, @Nullable Choice session, @Nullable Choice workItem,
        @Nullable UUID workItemSession, @Nullable String address, boolean openable, Body request, Body response) {}
