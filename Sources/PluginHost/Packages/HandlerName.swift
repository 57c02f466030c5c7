import PluginRuntime
import ResourceNames

/// Names by which handlers can be reached: function names and patterns of resources.
enum HandlerName {
    /// Why nobody could ever call a handler of that name; `nil` when somebody can.
    static func problem(_ name: String, _ kind: HandlerDescription.Kind) -> String? {
        switch kind {
        case .function:
            FunctionName.isCreatable(name)
                ? nil
                : "no function can be named '\(name)': a name has 1 to \(FunctionName.createdCountMax) letters, digits, - and _"
        case .integration: patternProblem(name)
        }
    }

    private static func patternProblem(_ pattern: String) -> String? {
        let literal = pattern.prefix { $0 != "*" }
        let isWhole = literal.utf8.count == pattern.utf8.count
        let canMatch = partitions.contains { partition in
            let start = "arn:\(partition):states:::"
            return literal.hasPrefix(start) && !(isWhole && literal == start) || !isWhole && start.hasPrefix(literal)
        }
        guard canMatch else {
            return "no task's resource fits the pattern '\(pattern)': it must begin as arn:aws:states:::orders:* does"
        }
        guard let ending = [".sync", ".sync:2", ".waitForTaskToken"].first(where: pattern.hasSuffix) else { return nil }
        return
            "no task's resource fits the pattern '\(pattern)': \(ending) is taken off before handlers are looked for, so leave it out"
    }

    private static let partitions = ["aws", "aws-cn", "aws-us-gov"]
}

extension HandlerDescription.Kind {
    /// For people, with its article.
    var words: String {
        switch self {
        case .function: "a function"
        case .integration: "an integration"
        }
    }
}
