import JSONTree
import ResourceNames

/// A JSON value in which the fields whose names end in `.$` are computed: `Parameters`, `ResultSelector`, `ItemSelector`, `Assign`.
///
/// Source: Amazon States Language, "Payload Template".
package struct PayloadTemplate: Sendable {
    private let node: TemplateNode

    /// Reads a template; the first mistake found is thrown.
    package init(_ json: JSON) throws(TemplateSyntaxError) {
        var reader = TemplateReader()
        node = reader.read(json, pointer: "", depth: 0)
        if let problem = reader.problems.first { throw problem }
    }

    /// All mistakes of a template, in the order in which they stand.
    package static func problems(in json: JSON) -> [TemplateSyntaxError] {
        var reader = TemplateReader()
        _ = reader.read(json, pointer: "", depth: 0)
        return reader.problems
    }

    /// Whether nothing in it is computed.
    package var isConstant: Bool { constant != nil }

    /// The value, if nothing in it is computed.
    package var constant: JSON? { if case .constant(let value) = node { value } else { nil } }

    /// The paths in it, arguments of intrinsic calls included.
    package var paths: [JSONPath] {
        var paths: [JSONPath] = []
        node.collectPaths(into: &paths)
        return paths
    }

    /// The names of the variables its paths read.
    package var variableNames: [String] { paths.compactMap(\.variableName) }

    /// The value for an input. Fields are computed in the order in which they stand.
    package func evaluate(in scope: some EvaluationScope, chance: inout Chance) throws(TemplateFailure) -> JSON {
        try node.evaluate(in: scope, chance: &chance)
    }
}
