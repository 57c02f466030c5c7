import JSONTree
import NativeFunctions
import PluginRuntime

/// Reads `plugin.json` to its end, whatever is wrong with it.
struct ManifestReader {
    /// What is wrong, for people.
    private(set) var problems: [String] = []
    /// What is of no use, but no reason to refuse the package: later versions may know it.
    private(set) var warnings: [String] = []
    /// What native functions take by name.
    private var structs: JSON?
    private var structures: [String: NativeStructure] = [:]
    /// Where in the manifest the reader is: `functions[1]`.
    private var place = ""

    /// The manifest, as far as it can be read.
    mutating func manifest(_ tree: JSON) -> PackageManifest {
        expect(tree, Members.top)
        expect(tree["abi"], Members.abi, "abi: ")
        check(tree["manifestVersion"]?.integerValue == 1, "manifestVersion must be 1")
        if let major = tree["abi"]?["major"]?.integerValue { check(major == 1, "abi.major must be 1, not \(major)") }
        if let minor = tree["abi"]?["minMinor"]?.integerValue {
            check(minor <= 0, "abi.minMinor is \(minor); this host has 1.0")
        }
        let name = tree["name"]?.stringValue ?? ""
        check(!name.isEmpty, "name is missing")
        checkTexts(tree, ["version"])
        checkFileName(name, "name")
        checkFileName(tree["version"]?.stringValue ?? "", "version")
        let runtime = tree["runtime"].map { self.runtime($0) }
        let layers = self.layers(tree["layers"])
        let isolation = isolation(tree["isolation"])
        let listed = items(tree, "libraries") { $0.listedLibrary($1) }
        let libraries = listed.compactMap { if case .own(let library) = $0 { library } else { nil } }
        let systemLibraries = listed.compactMap { if case .system(let library) = $0 { library } else { nil } }
        structs = tree["structs"]
        structures = NativeStructureReader.read(structs, &problems)
        let functions = items(tree, "functions") { $0.function($1, isolation) }
        let entries = functions + items(tree, "integrations") { $0.integration($1, isolation) }
        check(
            tree["runtime"] != nil || tree["libraries"]?.arrayValue?.isEmpty == false, "libraries is missing or empty")
        check(
            [tree["functions"], tree["integrations"]].contains { $0?.arrayValue?.isEmpty == false },
            "there are neither functions nor integrations")
        for (index, entry) in entries.enumerated() {
            let isFirst = !entries[..<index].contains { $0.kind == entry.kind && $0.name == entry.name }
            check(isFirst, "\(entry.name) is listed twice")
        }
        var manifest = PackageManifest(
            name: name, version: tree["version"]?.stringValue ?? "", libraries: libraries, entries: entries,
            systemLibraries: systemLibraries)
        manifest.runtime = runtime.flatMap { $0 }
        manifest.layers = layers
        checkNatives(of: manifest)
        manifest.warnings = warnings
        return manifest
    }

    /// `{"bootstrap": PATH}` or `{"name": "python3.12"}`.
    private mutating func runtime(_ item: JSON) -> PackageRuntime? {
        expect(item, Members.runtime, "runtime: ")
        if let path = item["bootstrap"]?.stringValue {
            check(PackagePath.isSafe(path), "runtime.bootstrap leads out of the package")
            return .bootstrap(path: path)
        }
        guard let name = item["name"]?.stringValue else {
            problems.append("runtime names neither a bootstrap nor a runtime")
            return nil
        }
        guard let managed = ManagedRuntime(name: name) else {
            problems.append("runtime.name must be python3.x or nodejs, not \(name); other runtimes bring a bootstrap")
            return nil
        }
        return .managed(managed)
    }

    private mutating func layers(_ list: JSON?) -> [String] {
        check(list == nil || list?.arrayValue != nil, "layers must be an array")
        let paths = (list?.arrayValue ?? []).map { $0.stringValue ?? "" }
        for path in paths {
            let inside = path.hasPrefix("../") ? String(path.dropFirst(3)) : path
            check(PackagePath.isSafe(inside), "the layer '\(path)' is neither in the package nor beside it")
        }
        return paths
    }

    /// Notes a problem, with the place the reader is at.
    mutating func check(_ condition: Bool, _ problem: String) {
        if !condition { problems.append(place.isEmpty ? problem : "\(place): \(problem)") }
    }

    /// Notes a warning, likewise.
    mutating func warn(_ warning: String) { warnings.append(place.isEmpty ? warning : "\(place): \(warning)") }

    private mutating func items<Item>(
        _ tree: JSON, _ what: String, _ read: (inout Self, JSON) -> Item?
    ) -> [Item] {
        let list = tree[what]
        check(list == nil || list?.arrayValue != nil, "\(what) must be an array")
        defer { place = "" }
        return (list?.arrayValue ?? []).enumerated().compactMap { index, item in
            place = "\(what)[\(index)]"
            check(item.isObject, "must be an object")
            return item.isObject ? read(&self, item) : nil
        }
    }

    /// Members that are there must be texts.
    private mutating func checkTexts(_ item: JSON, _ names: [String], _ subject: String = "") {
        for name in names where item[name] != nil {
            check(item[name]?.stringValue != nil, "\(subject)\(name) must be a string")
        }
    }

    /// An element of `libraries`: a file of the package, or a library of the machine.
    private enum ListedLibrary {
        case own(PackageManifest.Library)
        case system(SystemLibrary)
    }

    private mutating func listedLibrary(_ item: JSON) -> ListedLibrary? {
        expect(item, Members.library)
        return item["system"] == nil
            ? library(item).map(ListedLibrary.own) : systemLibrary(item).map(ListedLibrary.system)
    }

    private mutating func library(_ item: JSON) -> PackageManifest.Library? {
        guard let path = item["path"]?.stringValue, PackagePath.isSafe(path) else {
            check(false, "a library's path is missing or leads out of the package")
            return nil
        }
        checkTexts(item, ["os", "arch", "sha256"])
        checkMachine(item)
        return PackageManifest.Library(
            os: item["os"]?.stringValue ?? "linux", architecture: item["arch"]?.stringValue ?? "x86_64", path: path,
            sha256: item["sha256"]?.stringValue)
    }

    private mutating func function(
        _ item: JSON, _ isolation: PluginHostConfiguration.Isolation?
    ) -> PackageManifest.Entry? {
        guard let name = item["name"]?.stringValue, !name.isEmpty else {
            check(false, "a function has no name")
            return nil
        }
        expect(item, Members.function, "\(name): ")
        if let problem = HandlerName.problem(name, .function) { check(false, problem) }
        checkTexts(item, ["handler"], "\(name): ")
        checkPermissions(item, name)
        var settings = HandlerSettings()
        settings.isolation = isolation
        settings.timeoutSeconds = number(item, "timeoutSeconds", 1...900, name) ?? settings.timeoutSeconds
        settings.memoryMB = number(item, "memoryMB", 128...10_240, name) ?? settings.memoryMB
        settings.reservedConcurrency = number(item, "reservedConcurrency", 0...10_000, name)
        settings.environment = environment(item, name)
        settings.sandbox = sandbox(item, name)
        settings.probe = HandlerProbe(item["probe"], of: name, &problems)
        expect(item["probe"], Members.probe, "\(name): probe: ")
        settings.retriesAfterHostCrash = item["onHostCrash"]?.stringValue == "retry"
        check(
            item["onHostCrash"] == nil || settings.retriesAfterHostCrash,
            "\(name): onHostCrash must be retry; without it a call that was under way ends with Lambda.Unknown")
        let native = item["native"].flatMap { nativeEntry($0, of: name, isolation, hasHandler: item["handler"] != nil) }
        return PackageManifest.Entry(
            kind: .function, name: name, handler: item["handler"]?.stringValue ?? name, settings: settings,
            native: native, isNative: item["native"] != nil)
    }

    private mutating func environment(_ item: JSON, _ name: String) -> [String: String] {
        check(
            item["environment"] == nil || item["environment"]?.isObject == true,
            "\(name): environment must be an object")
        var environment: [String: String] = [:]
        for (key, value) in item["environment"]?.objectValue ?? JSONObject() {
            checkVariable(key, name)
            check(value.stringValue != nil, "\(name): environment.\(key) must be a string")
            environment[key] = value.stringValue
        }
        return environment
    }

    private mutating func number(_ item: JSON, _ key: String, _ range: ClosedRange<Int64>, _ name: String) -> Int? {
        guard let value = item[key]?.integerValue else {
            check(item[key] == nil, "\(name): \(key) must be a whole number")
            return nil
        }
        check(range.contains(value), "\(name): \(key) must be \(range.lowerBound) to \(range.upperBound)")
        return Int(value)
    }

    private mutating func integration(
        _ item: JSON, _ isolation: PluginHostConfiguration.Isolation?
    ) -> PackageManifest.Entry? {
        guard let pattern = item["pattern"]?.stringValue, !pattern.isEmpty else {
            check(false, "an integration has no pattern")
            return nil
        }
        expect(item, Members.integration, "\(pattern): ")
        if let problem = HandlerName.problem(pattern, .integration) { check(false, problem) }
        checkTexts(item, ["handler"], "\(pattern): ")
        checkPermissions(item, pattern)
        var settings = HandlerSettings()
        settings.isolation = isolation
        settings.environment = environment(item, pattern)
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

extension ManifestReader {
    private mutating func systemLibrary(_ item: JSON) -> SystemLibrary? {
        guard let name = item["system"]?.stringValue, SystemLibrary.isName(name) else {
            problems.append("a library's system must be a name such as libz.so.1, without a folder")
            return nil
        }
        check(item["path"] == nil && item["sha256"] == nil, "\(name): a system library has neither path nor sha256")
        return SystemLibrary(name: name, architecture: item["arch"]?.stringValue)
    }

    private mutating func nativeEntry(
        _ item: JSON, of name: String, _ isolation: PluginHostConfiguration.Isolation?, hasHandler: Bool
    ) -> NativeEntry? {
        check(!hasHandler, "\(name): handler and native exclude each other")
        check(isolation != .host, "\(name): native functions run in worker processes only, so isolation cannot be host")
        var found: [String] = []
        let signature = NativeSignatureReader.read(item, structures, &found)
        problems += found.map { "\(name): \($0)" }
        return signature.map {
            NativeEntry(signature: $0, declaration: NativeSignature.declaration(item, structures: structs))
        }
    }

    /// Every native function has a library, and what is said of system libraries is of use.
    private mutating func checkNatives(of manifest: PackageManifest) {
        let architectures = Set(manifest.libraries.map(\.architecture)).union([ELFPreflight.architecture])
        for entry in manifest.entries {
            guard let native = entry.native else { continue }
            if architectures.contains(where: { manifest.place(of: native, on: $0) != nil }) { continue }
            let names = Set(architectures.flatMap(manifest.libraryNames)).sorted().joined(separator: ", ")
            check(
                false,
                native.signature.library.map {
                    "\(entry.name): native.library: libraries has no \($0), but \(names)"
                } ?? "\(entry.name): native.library: it is missing; libraries has \(names)")
        }
        check(
            manifest.systemLibraries.isEmpty || manifest.entries.contains { $0.native != nil },
            "system libraries are for native functions, and there are none")
    }
}
