import JSONTree
import TemplateLanguage

/// A template in a file, with packages for its functions written into it.
struct StackTemplate {
    /// What is sent.
    let text: String
    /// The parameters it declares.
    let parameters: [String]
    /// What a stack of it is called when nobody says.
    let stackName: String

    /// Reads a template.
    ///
    /// - Parameter maps: Packages by logical id or function name.
    init(_ path: String, maps: [String: String]) throws {
        let bytes = try FileContent.read(path)
        guard let source = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(path) is not UTF-8.", exitCode: 2)
        }
        var tree: JSON
        do throws(TemplateError) { tree = try TemplateText.read(source) } catch {
            throw CommandFailure("\(path): \(error.message)", exitCode: 2)
        }
        for (function, package) in maps.sorted(by: { $0.key < $1.key }) {
            guard let mapped = Self.mapped(tree, function, package) else {
                throw CommandFailure(
                    "\(path) has no function \(function); --map takes its logical id or name.", exitCode: 2)
            }
            tree = mapped
        }
        text = maps.isEmpty ? source : tree.text
        parameters = tree["Parameters"]?.objectValue?.keys ?? []
        stackName = Self.name(of: path)
    }

    /// The template with a package for one function; `nil` when there is no such function.
    private static func mapped(_ tree: JSON, _ function: String, _ package: String) -> JSON? {
        guard var root = tree.objectValue, var resources = root["Resources"]?.objectValue else { return nil }
        for (id, resource) in resources {
            guard let type = resource["Type"]?.stringValue, type.hasSuffix("::Function"),
                id == function || resource["Properties"]?["FunctionName"]?.stringValue == function,
                var object = resource.objectValue
            else { continue }
            var metadata = object["Metadata"]?.objectValue ?? JSONObject()
            metadata["Newel"] = ["Package": .string(package)]
            object["Metadata"] = .object(metadata)
            resources[id] = .object(object)
            root["Resources"] = .object(resources)
            return .object(root)
        }
        return nil
    }

    /// The file's name without its ending, or its folder's where the file is only called a template.
    private static func name(of path: String) -> String {
        let parts = path.split(separator: "/")
        var name = parts.last.map { $0.prefix { $0 != "." } } ?? ""
        if name == "template" || name == "packaged", parts.count > 1, let folder = parts.dropLast().last {
            name = folder
        }
        let letters = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let trimmed = String(letters.drop { !$0.isLetter })
        return trimmed.isEmpty ? "stack" : trimmed
    }
}
