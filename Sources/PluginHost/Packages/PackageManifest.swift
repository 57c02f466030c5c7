import JSONTree
import PluginRuntime

/// What `plugin.json` says.
package struct PackageManifest: Sendable, Equatable {
    /// A library for one kind of machine.
    package struct Library: Sendable, Equatable {
        package var os: String
        package var architecture: String
        /// Inside the package.
        package var path: String
        /// In hex; `nil` when the manifest does not say.
        package var sha256: String?
    }
    /// A function or integration.
    package struct Entry: Sendable, Equatable {
        package var kind: HandlerDescription.Kind
        /// Function name or resource pattern.
        package var name: String
        /// The name in the descriptor.
        package var handler: String
        package var settings: HandlerSettings
    }
    package var name: String
    package var version: String
    package var libraries: [Library]
    package var entries: [Entry]

    /// The name of the manifest in a package.
    package static let fileName = "plugin.json"

    /// Reads a manifest.
    package init(_ bytes: [UInt8]) throws(PackageProblem) {
        let tree: JSON
        do { tree = try JSON.parse(bytes) } catch {
            throw PackageProblem(.badManifest, "plugin.json, line \(error.line): \(error.message)")
        }
        guard tree["manifestVersion"]?.integerValue == 1 else { throw Self.problem("manifestVersion must be 1") }
        if let major = tree["abi"]?["major"]?.integerValue, major != 1 {
            throw Self.problem("abi.major must be 1, not \(major)")
        }
        if let minor = tree["abi"]?["minMinor"]?.integerValue, minor > 0 {
            throw Self.problem("abi.minMinor is \(minor); this host has 1.0")
        }
        guard let name = tree["name"]?.stringValue, !name.isEmpty else { throw Self.problem("name is missing") }
        guard tree["runtime"] == nil else { throw Self.problem("runtime is not supported by this version") }
        self.name = name
        version = tree["version"]?.stringValue ?? ""
        libraries = try Self.each(tree["libraries"], "libraries", Self.library)
        let isolation = try Self.isolation(tree["isolation"])
        let functions = try Self.each(tree["functions"], "functions") { item throws(PackageProblem) in
            try Self.function(item, isolation)
        }
        let integrations = try Self.each(tree["integrations"], "integrations") { item throws(PackageProblem) in
            try Self.integration(item, isolation)
        }
        entries = functions + integrations
        guard !libraries.isEmpty else { throw Self.problem("libraries is missing or empty") }
        guard !entries.isEmpty else { throw Self.problem("there are neither functions nor integrations") }
        for (index, entry) in entries.enumerated()
        where entries[..<index].contains(where: { $0.kind == entry.kind && $0.name == entry.name }) {
            throw Self.problem("\(entry.name) is listed twice")
        }
    }

    /// The library for this machine.
    package func library() throws(PackageProblem) -> Library {
        guard let library = libraries.first(where: { $0.os == "linux" && $0.architecture == ELFPreflight.architecture })
        else {
            throw PackageProblem(.badLibrary, "\(name) has no library for linux on \(ELFPreflight.architecture)")
        }
        return library
    }

    private static func problem(_ message: String) -> PackageProblem {
        PackageProblem(.badManifest, "plugin.json: \(message)")
    }

    private static func each<Element>(
        _ list: JSON?, _ what: String, _ read: (JSON) throws(PackageProblem) -> Element
    ) throws(PackageProblem) -> [Element] {
        guard let list else { return [] }
        guard let items = list.arrayValue else { throw problem("\(what) must be an array") }
        var result: [Element] = []
        for item in items { result.append(try read(item)) }
        return result
    }

    private static func library(_ item: JSON) throws(PackageProblem) -> Library {
        guard let path = item["path"]?.stringValue, PackagePath.isSafe(path) else {
            throw problem("a library's path is missing or leads out of the package")
        }
        return Library(
            os: item["os"]?.stringValue ?? "linux", architecture: item["arch"]?.stringValue ?? "x86_64", path: path,
            sha256: item["sha256"]?.stringValue)
    }

    private static func function(
        _ item: JSON, _ isolation: PluginHostConfiguration.Isolation?
    ) throws(PackageProblem) -> Entry {
        guard let name = item["name"]?.stringValue, !name.isEmpty else { throw problem("a function has no name") }
        guard item["native"] == nil else {
            throw problem("\(name): native functions are not supported by this version")
        }
        var settings = HandlerSettings()
        settings.isolation = isolation
        if let seconds = item["timeoutSeconds"]?.integerValue {
            guard (1...900).contains(seconds) else { throw problem("\(name): timeoutSeconds must be 1 to 900") }
            settings.timeoutSeconds = Int(seconds)
        }
        if let memory = item["memoryMB"]?.integerValue {
            guard (128...10_240).contains(memory) else { throw problem("\(name): memoryMB must be 128 to 10240") }
            settings.memoryMB = Int(memory)
        }
        if let reserved = item["reservedConcurrency"]?.integerValue {
            guard reserved >= 0, reserved <= 10_000 else {
                throw problem("\(name): reservedConcurrency must be 0 to 10000")
            }
            settings.reservedConcurrency = Int(reserved)
        }
        for (key, value) in item["environment"]?.objectValue ?? JSONObject() {
            guard let text = value.stringValue else { throw problem("\(name): environment.\(key) must be a string") }
            settings.environment[key] = text
        }
        settings.retriesAfterHostCrash = item["onHostCrash"]?.stringValue == "retry"
        return Entry(kind: .function, name: name, handler: item["handler"]?.stringValue ?? name, settings: settings)
    }

    private static func integration(
        _ item: JSON, _ isolation: PluginHostConfiguration.Isolation?
    ) throws(PackageProblem) -> Entry {
        guard let pattern = item["pattern"]?.stringValue, !pattern.isEmpty else {
            throw problem("an integration has no pattern")
        }
        var settings = HandlerSettings()
        settings.isolation = isolation
        return Entry(
            kind: .integration, name: pattern, handler: item["handler"]?.stringValue ?? pattern, settings: settings)
    }

    private static func isolation(_ value: JSON?) throws(PackageProblem) -> PluginHostConfiguration.Isolation? {
        guard let value else { return nil }
        guard let text = value.stringValue, let isolation = PluginHostConfiguration.Isolation(rawValue: text) else {
            throw problem("isolation must be process or host")
        }
        return isolation
    }
}

/// Names of files inside a package.
enum PackagePath {
    /// Whether a path stays inside, whoever reads it.
    static func isSafe(_ path: String) -> Bool {
        guard !path.isEmpty, path.utf8.count <= 1_024, !path.hasPrefix("/") else { return false }
        guard !path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x7F }) else { return false }
        return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
            $0 != ".." && $0 != "." && !$0.isEmpty
        }
    }
}
