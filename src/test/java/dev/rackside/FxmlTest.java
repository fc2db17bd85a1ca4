package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fx.Views;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Every screen's file stands beside its controller, and names only what the controller and the class path have. */
class FxmlTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    @TestFactory
    List<DynamicTest> screensFitTheirControllers() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".fxml"))
                    .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws Exception {
        var screen = parsed(file);
        var controller = found(screen.getDocumentElement().getAttribute("fx:controller"));
        var folder = RESOURCES.relativize(file.getParent()).toString().replace('\\', '/');
        assertThat(controller.getPackageName().replace('.', '/')).isEqualTo(folder);
        assertThat(Views.fileOf(controller)).isEqualTo(file.getFileName().toString());

        assertThat(imports(screen)).allSatisfy(type -> assertThat(found(type)).isNotNull());
        var fields = Arrays.stream(controller.getDeclaredFields()).map(Field::getName).toList();
        var methods = Arrays.stream(controller.getDeclaredMethods()).map(Method::getName).toList();
        for (var element : elements(screen)) {
            var attributes = element.getAttributes();
            for (int index = 0; index < attributes.getLength(); index++) {
                var name = attributes.item(index).getNodeName();
                var value = attributes.item(index).getNodeValue();
                if (name.equals("fx:id")) {
                    assertThat(fields).as("fields of " + controller.getSimpleName()).contains(value);
                } else if (name.startsWith("on") && value.startsWith("#")) {
                    assertThat(methods).as("methods of " + controller.getSimpleName()).contains(value.substring(1));
                }
            }
        }
    }

    /** Not initialized: controls want a toolkit for that. */
    private static Class<?> found(String name) throws ClassNotFoundException {
        return Class.forName(name, false, FxmlTest.class.getClassLoader());
    }

    private static Document parsed(Path file) throws ParserConfigurationException, SAXException, IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try (var in = Files.newInputStream(file)) {
            return factory.newDocumentBuilder().parse(in);
        }
    }

    private static List<Element> elements(Document screen) {
        var all = screen.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(all::item).map(Element.class::cast).toList();
    }

    private static List<String> imports(Document screen) {
        var types = new ArrayList<String>();
        for (var node = screen.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE && !node.getNodeValue().endsWith("*")) {
                types.add(node.getNodeValue());
            }
        }
        return types;
    }
}
