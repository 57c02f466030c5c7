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
        /// How it is called, when it is a C function and no handler.
        package var native: NativeEntry?
        /// It is a C function, whether or not the manifest says rightly how it is called.
        package var isNative = false
    }
    package var name: String
    package var version: String
    package var libraries: [Library]
    /// Libraries that are not in the package, for native functions.
    package var systemLibraries: [SystemLibrary]
    package var entries: [Entry]
    /// What runs the functions instead of a library.
    package var runtime: PackageRuntime?
    /// Folders in the package, or beside it (`../NAME`) where the package is a folder.
    package var layers: [String] = []
    /// What it has that is of no use: no reason to refuse it, but worth knowing.
    package var warnings: [String] = []

    /// The name of the manifest in a package.
    package static let fileName = "plugin.json"

    /// Reads a manifest.
    ///
    /// - Throws: everything that is wrong with it, a line each.
    package init(_ bytes: [UInt8]) throws(PackageProblem) {
        let examined = try Self.examine(bytes)
        guard examined.problems.isEmpty else {
            throw PackageProblem(.badManifest, examined.problems.joined(separator: "\n"))
        }
        self = examined.manifest
    }

    /// Reads a manifest to its end, whatever is wrong with it.
    ///
    /// - Returns: The manifest as far as it can be read, what is wrong with it, and what of it is of no use.
    /// - Throws: when it is no JSON.
    static func examine(
        _ bytes: [UInt8]
    ) throws(PackageProblem) -> (manifest: PackageManifest, problems: [String], warnings: [String]) {
        let tree: JSON
        do { tree = try JSON.parse(bytes) } catch {
            throw PackageProblem(
                .badManifest, "\(fileName), line \(error.line), column \(error.column): \(error.reason)")
        }
        var reader = ManifestReader()
        let manifest = reader.manifest(tree)
        return (
            manifest, reader.problems.map { "\(fileName): \($0)" }, reader.warnings.map { "\(fileName): \($0)" }
        )
    }

    init(
        name: String, version: String, libraries: [Library], entries: [Entry], systemLibraries: [SystemLibrary] = []
    ) {
        self.name = name
        self.version = version
        self.libraries = libraries
        self.systemLibraries = systemLibraries
        self.entries = entries
    }

    /// The library for this machine.
    package func library() throws(PackageProblem) -> Library {
        guard let library = libraries.first(where: { $0.os == "linux" && $0.architecture == ELFPreflight.architecture })
        else {
            throw PackageProblem(.badLibrary, "\(name) has no library for linux on \(ELFPreflight.architecture)")
        }
        return library
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
