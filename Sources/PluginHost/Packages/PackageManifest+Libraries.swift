import NativeFunctions

extension PackageManifest {
    /// Where the library of a native function is.
    enum NativePlace: Equatable {
        /// In the package.
        case file(Library)
        /// Wherever the dynamic loader finds it.
        case system(String)
    }

    /// Whether it has handlers of the plugin interface.
    var hasHandlers: Bool { entries.contains { $0.native == nil } }

    /// The names by which native functions may mean a library on an architecture.
    func libraryNames(on architecture: String) -> [String] { places(on: architecture).map(\.name) }

    /// The library of a native function on an architecture: the one it names, or the package's only one.
    func place(of native: NativeEntry, on architecture: String) -> NativePlace? {
        let places = places(on: architecture)
        guard let wanted = native.signature.library else { return places.count == 1 ? places[0].place : nil }
        return places.first { $0.name == wanted }?.place
    }

    /// The library of a native function on this machine.
    func place(of native: NativeEntry, _ entry: Entry) throws(PackageProblem) -> NativePlace {
        if let place = place(of: native, on: ELFPreflight.architecture) { return place }
        throw PackageProblem(
            .badLibrary,
            "\(entry.name): \(native.signature.library ?? "its library") is not listed for \(ELFPreflight.architecture)"
        )
    }

    /// What a library in the package must export: the plugin's entry if it is the plugin of its architecture, and the native functions
    /// that are in it, each with the name of the function that wants it.
    func exports(of library: Library) -> [(symbol: String, wantedBy: String?)] {
        var exports: [(symbol: String, wantedBy: String?)] = []
        let isFirst = libraries.first { $0.os == library.os && $0.architecture == library.architecture } == library
        if hasHandlers, isFirst { exports.append((ELFPreflight.entrySymbol, nil)) }
        for entry in entries {
            guard let native = entry.native, place(of: native, on: library.architecture) == .file(library) else {
                continue
            }
            exports.append((native.signature.symbol, entry.name))
        }
        return exports
    }

    private func places(on architecture: String) -> [(name: String, place: NativePlace)] {
        libraries.filter { $0.os == "linux" && $0.architecture == architecture }.map {
            (String($0.path.split(separator: "/").last ?? ""), .file($0))
        }
            + systemLibraries.filter { $0.architecture.map { $0 == architecture } ?? true }.map {
                ($0.name, .system($0.name))
            }
    }
}
