import JSONTree
import TemplateLanguage

/// The names under which a template's outputs are exported.
///
/// The words and the limit as observed on AWS.
struct ExportNames {
    private static let lengthMax = 256

    private var all: [String] = []

    /// Takes a name, functions worked out; one that depends on what is not there yet has been refused before.
    mutating func add(_ name: JSON?, of output: String) throws(TemplateError) {
        if let name, Evaluator.isOpen(name) { return }
        guard let text = name.flatMap(TemplateScalar.text), !text.isEmpty, text.utf8.allSatisfy(Self.isNameByte) else {
            throw Self.malformed(output, "be specified and consist only of alphanumeric characters, colons, or hyphens")
        }
        guard text.utf8.count <= Self.lengthMax else {
            throw Self.malformed(output, "not be longer than \(Self.lengthMax) characters")
        }
        all.append(text)
    }

    /// Refuses a name that two outputs have.
    func checkUnique() throws(TemplateError) {
        let twice = Set(all.filter { name in all.count { $0 == name } > 1 }).sorted()
        guard twice.isEmpty else {
            throw TemplateError(
                "Template format error: The Outputs section contains duplicate Export names: [\(twice.joined(separator: ", "))]. Specify a unique name for each export."
            )
        }
    }

    private static func malformed(_ output: String, _ rule: String) -> TemplateError {
        TemplateError(
            "Template format error: Output \(output) is malformed. The Name field of every Export member must \(rule).")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "-")
    }
}
