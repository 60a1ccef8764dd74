package io.gleamflow.editor;

import java.util.LinkedHashMap;
import java.util.Map;

/** What tells editors where the schema and the Lua definitions are. */
public final class EditorSettings {

    private EditorSettings() {}

    /**
     * Files by their names in the project, with their texts.
     *
     * @param directory with the schema and the definitions, relative to the project, with {@code /}
     * @param flows patterns of descriptors
     */
    public static Map<String, String> of(String directory, Iterable<String> flows) {
        Map<String, String> files = new LinkedHashMap<>();
        String definitions = quoted(directory);
        files.put(".luarc.json", """
                {
                  "runtime.version": "LuaJIT",
                  "workspace.library": [%s]
                }
                """.formatted(definitions));
        String schema = quoted("./" + directory + "/" + FlowSchema.FILE);
        files.put(".vscode/settings.json", """
                {
                  "yaml.schemas": {%s: [%s]}
                }
                """.formatted(schema, list(flows)));
        files.put(".idea/jsonSchemas.xml", idea(directory, flows));
        return files;
    }

    private static String list(Iterable<String> flows) {
        StringBuilder list = new StringBuilder();
        flows.forEach(flow -> list.append(list.length() == 0 ? "" : ", ").append(quoted(flow)));
        return list.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String idea(String directory, Iterable<String> flows) {
        StringBuilder items = new StringBuilder();
        flows.forEach(flow -> items.append("""
                                  <Item>
                                    <option name="pattern" value="true" />
                                    <option name="path" value="%s" />
                                    <option name="mappingKind" value="Pattern" />
                                  </Item>
                """.formatted(escaped(flow)).indent(0)));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project version="4">
                  <component name="JsonSchemaMappingsProjectConfiguration">
                    <state>
                      <map>
                        <entry key="gleam">
                          <value>
                            <SchemaInfo>
                              <option name="name" value="gleam" />
                              <option name="relativePathToSchema" value="%s" />
                              <option name="patterns">
                                <list>
                """.formatted(escaped(directory + "/" + FlowSchema.FILE)) + items + """
                                </list>
                              </option>
                            </SchemaInfo>
                          </value>
                        </entry>
                      </map>
                    </state>
                  </component>
                </project>
                """;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
