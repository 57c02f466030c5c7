import JSONTree

/// Reads the text of a template.
package enum TemplateText {
    /// How deep a template may be nested.
    static let depthMax = 200

    /// The tree of a text, JSON or YAML. Short forms of functions (`!Ref`) are in their long form afterwards.
    package static func read(_ text: String) throws(TemplateError) -> JSON {
        let isJSON = text.utf8.first { !isSpace($0) } == UInt8(ascii: "{")
        let tree = isJSON ? try json(text) : try YAMLReader.read(text)
        guard tree.isObject else { throw .format("unsupported structure.") }
        return tree
    }

    private static func json(_ text: String) throws(TemplateError) -> JSON {
        do throws(JSONError) {
            return try JSON.parse(text, options: JSONReadingOptions(maxDepth: depthMax, duplicateKeys: .refused))
        } catch {
            throw .format("JSON not well-formed. (line \(error.line), column \(error.column))")
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
