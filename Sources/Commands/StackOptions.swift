import ArgumentParser

/// What is said of a stack that is deployed.
struct StackOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The stack. Default: the template's file, or its folder.", valueName: "name"))
    var stack: String?
    @Option(
        name: .customLong("parameter"),
        help: ArgumentHelp("A parameter of the template; may be given more than once.", valueName: "key=value"))
    var parameters: [String] = []
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "The installed package that is a function of the template, by its logical id or name; may be given more than once.",
            valueName: "function=package"))
    var maps: [String] = []

    func validate() throws { _ = (try values, try packages) }

    /// Parameters by key.
    var values: [String: String] { get throws { try Self.pairs(parameters, "--parameter", "KEY=VALUE") } }

    /// Packages by function.
    var packages: [String: String] { get throws { try Self.packages(maps) } }

    /// Packages by function, as `--map` has them.
    static func packages(_ maps: [String]) throws -> [String: String] {
        try pairs(maps, "--map", "FUNCTION=PACKAGE")
    }

    private static func pairs(_ texts: [String], _ option: String, _ form: String) throws -> [String: String] {
        var pairs: [String: String] = [:]
        for text in texts {
            guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
                throw ValidationError("\(option) takes \(form), got '\(text)'.")
            }
            pairs[String(text[..<mark])] = String(text[text.index(after: mark)...])
        }
        return pairs
    }
}
