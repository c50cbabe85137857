package org.lanerunner.documents;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with documents. */
public final class DocumentPermissions {

    @Grantable(group = PermissionGroup.DOCUMENTS, place = 10, text = "See documents", narrowable = true)
    public static final String VIEW = "documents.view";

    @Grantable(group = PermissionGroup.DOCUMENTS, place = 20, text = "Store documents", narrowable = true)
    public static final String STORE = "documents.store";

    private DocumentPermissions() {}
}
