package fourfold.report.page;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
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
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/// The structure tree that lets a screen reader read a PDF in its order (ISO 32000-1, section 14.7): elements within elements,
/// and in them the marked content of the pages. What is no content, such as page numbers and lines, is an artefact.
final class Tags {

    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final Map<Integer, COSObjectable> parents = new HashMap<>();
    private PDPage page = new PDPage();
    private COSArray elements = new COSArray();

    Tags(PDDocument document) {
        this.document = document;
        var whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
        open.push(whole);
    }

    void begin(PDPage next) {
        page = next;
        elements = new COSArray();
        int number = parents.size();
        page.setStructParents(number);
        parents.put(number, new PDParentTreeValue(elements));
    }

    /// Begins an element within the one that is open: `Table`, `TR`, `L`, `H1`.
    void open(String role) {
        var element = new PDStructureElement(role, open.getFirst());
        open.getFirst().appendKid(element);
        open.push(element);
    }

    /// Begins the header cell of a column or row.
    void openHeader(String scope) {
        open("TH");
        var attribute = new PDTableAttributeObject();
        attribute.setScope(scope);
        open.getFirst().addAttribute(attribute);
    }

    void close() {
        open.pop();
    }

    /// Begins content of the open element on this page.
    void content(PDPageContentStream out) throws IOException {
        var element = open.getFirst();
        if (element.getPage() == null) element.setPage(page);
        int number = elements.size();
        elements.add(element.getCOSObject());
        var properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        var kid = new COSDictionary();
        kid.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        kid.setItem(COSName.PG, page);
        kid.setInt(COSName.MCID, number);
        element.getCOSObject().setItem(COSName.K, joined(element.getCOSObject(), kid));
        out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), PDPropertyList.create(properties));
    }

    private static COSArray joined(COSDictionary element, COSDictionary kid) {
        var there = element.getDictionaryObject(COSName.K);
        var kids = there instanceof COSArray array ? array : new COSArray();
        if (there != null && !(there instanceof COSArray)) kids.add(there);
        kids.add(kid);
        return kids;
    }

    /// Begins something that is no content.
    static void artefact(PDPageContentStream out) throws IOException {
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
