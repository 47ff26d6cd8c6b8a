package fourfold.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/// The tags that let a screen reader read a PDF in its order (ISO 32000-1, section 14.7): one element for each block of
/// text; what is not content, such as page numbers, is marked as an artefact.
final class ReadingOrder {

    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final Map<Integer, COSObjectable> parents = new HashMap<>();
    private PDPage page = new PDPage();
    private COSArray elements = new COSArray();

    ReadingOrder(PDDocument document) {
        this.document = document;
        root.appendKid(whole);
    }

    void begin(PDPage next) {
        page = next;
        elements = new COSArray();
        int number = parents.size();
        page.setStructParents(number);
        parents.put(number, new PDParentTreeValue(elements));
    }

    /// Begins a block of content with that role: `H1`, `H2`, `P`.
    void begin(PDPageContentStream out, String role) throws IOException {
        var element = new PDStructureElement(role, whole);
        element.setPage(page);
        int number = elements.size();
        element.appendKid(number);
        whole.appendKid(element);
        elements.add(element.getCOSObject());
        var properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        out.beginMarkedContent(COSName.getPDFName(role), PDPropertyList.create(properties));
    }

    /// Begins something that is no content.
    void artefact(PDPageContentStream out) throws IOException {
        out.beginMarkedContent(COSName.getPDFName("Artifact"));
    }

    void finish() {
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
        var tagged = new PDMarkInfo();
        tagged.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(tagged);
    }
}
