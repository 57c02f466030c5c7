import JSONTree
import PluginRuntime

/// Reads `plugin.json` to its end, whatever is wrong with it.
struct ManifestReader {
    /// What is wrong, for people.
    private(set) var problems: [String] = []

    /// The manifest, as far as it can be read.
    mutating func manifest(_ tree: JSON) -> PackageManifest {
        check(tree["manifestVersion"]?.integerValue == 1, "manifestVersion must be 1")
        if let major = tree["abi"]?["major"]?.integerValue { check(major == 1, "abi.major must be 1, not \(major)") }
        if let minor = tree["abi"]?["minMinor"]?.integerValue {
            check(minor <= 0, "abi.minMinor is \(minor); this host has 1.0")
        }
        let name = tree["name"]?.stringValue ?? ""
        check(!name.isEmpty, "name is missing")
        check(tree["runtime"] == nil, "runtime is not supported by this version")
        let isolation = isolation(tree["isolation"])
        let libraries = items(tree["libraries"], "libraries").compactMap { library($0) }
        let functions = items(tree["functions"], "functions").compactMap { function($0, isolation) }
        let entries = functions + items(tree["integrations"], "integrations").compactMap { integration($0, isolation) }
        check(tree["libraries"]?.arrayValue?.isEmpty == false, "libraries is missing or empty")
        check(
            [tree["functions"], tree["integrations"]].contains { $0?.arrayValue?.isEmpty == false },
            "there are neither functions nor integrations")
        for (index, entry) in entries.enumerated() {
            let isFirst = !entries[..<index].contains { $0.kind == entry.kind && $0.name == entry.name }
            check(isFirst, "\(entry.name) is listed twice")
        }
        return PackageManifest(
            name: name, version: tree["version"]?.stringValue ?? "", libraries: libraries, entries: entries)
    }

    mutating func check(_ condition: Bool, _ problem: String) {
        if !condition { problems.append(problem) }
    }

    private mutating func items(_ list: JSON?, _ what: String) -> [JSON] {
        check(list == nil || list?.arrayValue != nil, "\(what) must be an array")
        return list?.arrayValue ?? []
    }

    private mutating func library(_ item: JSON) -> PackageManifest.Library? {
        guard let path = item["path"]?.stringValue, PackagePath.isSafe(path) else {
            problems.append("a library's path is missing or leads out of the package")
            return nil
        }
        return PackageManifest.Library(
            os: item["os"]?.stringValue ?? "linux", architecture: item["arch"]?.stringValue ?? "x86_64", path: path,
            sha256: item["sha256"]?.stringValue)
    }

    private mutating func function(
        _ item: JSON, _ isolation: PluginHostConfiguration.Isolation?
    ) -> PackageManifest.Entry? {
        guard let name = item["name"]?.stringValue, !name.isEmpty else {
            problems.append("a function has no name")
            return nil
        }
        check(item["native"] == nil, "\(name): native functions are not supported by this version")
        var settings = HandlerSettings()
        settings.isolation = isolation
        settings.timeoutSeconds = number(item, "timeoutSeconds", 1...900, name) ?? settings.timeoutSeconds
        settings.memoryMB = number(item, "memoryMB", 128...10_240, name) ?? settings.memoryMB
        settings.reservedConcurrency = number(item, "reservedConcurrency", 0...10_000, name)
        for (key, value) in item["environment"]?.objectValue ?? JSONObject() {
            check(value.stringValue != nil, "\(name): environment.\(key) must be a string")
            settings.environment[key] = value.stringValue
        }
        settings.sandbox = sandbox(item, name)
        settings.retriesAfterHostCrash = item["onHostCrash"]?.stringValue == "retry"
        return PackageManifest.Entry(
            kind: .function, name: name, handler: item["handler"]?.stringValue ?? name, settings: settings)
    }

    private mutating func number(_ item: JSON, _ key: String, _ range: ClosedRange<Int64>, _ name: String) -> Int? {
        guard let value = item[key]?.integerValue else { return nil }
        check(range.contains(value), "\(name): \(key) must be \(range.lowerBound) to \(range.upperBound)")
        return Int(value)
    }

    private mutating func integration(
        _ item: JSON, _ isolation: PluginHostConfiguration.Isolation?
    ) -> PackageManifest.Entry? {
        guard let pattern = item["pattern"]?.stringValue, !pattern.isEmpty else {
            problems.append("an integration has no pattern")
            return nil
        }
        var settings = HandlerSettings()
        settings.isolation = isolation
        settings.sandbox = sandbox(item, pattern)
        return PackageManifest.Entry(
            kind: .integration, name: pattern, handler: item["handler"]?.stringValue ?? pattern, settings: settings)
    }

    private mutating func isolation(_ value: JSON?) -> PluginHostConfiguration.Isolation? {
        let isolation = value?.stringValue.flatMap(PluginHostConfiguration.Isolation.init(rawValue:))
        check(value == nil || isolation != nil, "isolation must be process or host")
        return isolation
    }
}
